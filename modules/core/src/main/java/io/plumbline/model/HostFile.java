package io.plumbline.model;

import io.plumbline.value.Value;
import java.util.List;

/**
 * A text file on hosts, whole and under Plumbline's hand.
 *
 * @param path absolute
 * @param content text, maybe with references
 * @param mode of access, in octal: {@code "0644"}; it belongs to root
 * @param restarts services that read it when they start, by name without {@code .service}
 */
public record HostFile(String path, Value content, String mode, List<String> restarts) {
  public HostFile {
    restarts = List.copyOf(restarts);
  }

  /** That no service waits for. */
  public HostFile(String path, Value content, String mode) {
    this(path, content, mode, List.of());
  }
}
