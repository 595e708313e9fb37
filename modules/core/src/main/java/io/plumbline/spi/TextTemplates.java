package io.plumbline.spi;

import io.plumbline.value.Value;
import java.util.Map;

/**
 * Renders whole text files, such as boot scripts, from skeletons of the project. References pass
 * through as references.
 */
@FunctionalInterface
public interface TextTemplates {

  /**
   * The template's text with {@code variables} filled in: text, or text joined with references.
   *
   * @param template name of a file below {@code templates/}: {@code "gpu-node.sh"}
   * @throws io.plumbline.diagnostic.InvalidInputException if there is none, or it asks for what is
   *     not given
   */
  Value render(String template, Map<String, Value> variables);
}
