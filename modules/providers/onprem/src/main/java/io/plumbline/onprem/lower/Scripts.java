package io.plumbline.onprem.lower;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Programs that stand on machines, as they are kept here. */
final class Scripts {
  private Scripts() {}

  static String text(String name) {
    try (InputStream script = Scripts.class.getResourceAsStream("/io/plumbline/onprem/" + name)) {
      return new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
