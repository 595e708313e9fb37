package io.plumbline.spi;

import io.plumbline.value.Value;
import java.util.Map;

/** Renders whole text files (boot scripts, configuration files) from named templates. */
public interface TextTemplates {

  /**
   * The text of template {@code name}: {@link Value.Text}, or {@link Value.Join} where references stand in it.
   *
   * @param name path below the templates folder: {@code "aws/gpu-node.sh.ftl"}
   * @param variables what the template may use; references pass through unharmed
   * @throws io.plumbline.diagnostic.InvalidInputException if there is no such template, or it fails
   */
  Value render(String name, Map<String, Value> variables);
}
