package io.plumbline.azure.lower;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Programs for machines and functions, which come along as files beside this class. */
final class BundledText {
  private BundledText() {}

  static String read(String name) {
    try (InputStream file =
        requireNonNull(BundledText.class.getResourceAsStream(name), "comes along")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + name, e);
    }
  }
}
