package io.plumbline.cloudformation;

import io.plumbline.spi.Engine.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The text of one template. */
record TemplateFile(String text) {

  /** What the format wrote of a design: the only template, or the root. */
  static TemplateFile of(Workspace workspace) {
    Path file =
        workspace.directory().resolve(CloudFormationFormat.ID).resolve(CloudFormationFormat.FILE);
    try {
      return new TemplateFile(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  byte[] bytes() {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** In bytes. */
  int length() {
    return bytes().length;
  }

  String sha256() {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes()));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every JDK has SHA-256", e);
    }
  }

  /** What it is called in a bucket: another content has another name. */
  String name() {
    return sha256() + ".yaml";
  }
}
