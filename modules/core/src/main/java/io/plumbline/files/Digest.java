package io.plumbline.files;

import io.plumbline.value.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;

/** SHA-256, in hexadecimal: what manifests, releases and plans know a file or a text by. */
public final class Digest {
  private Digest() {}

  /** The digest of a text in UTF-8. */
  public static String of(String text) {
    return Sha256.of(text);
  }

  /** The digest of a file's bytes. */
  public static String of(Path file) {
    try {
      return hex(start().digest(Files.readAllBytes(file)));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  static MessageDigest start() {
    return Sha256.start();
  }

  static String hex(byte[] digest) {
    return Sha256.hex(digest);
  }
}
