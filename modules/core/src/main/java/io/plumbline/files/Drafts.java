package io.plumbline.files;

import io.plumbline.spi.Format.Artefact;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;

/**
 * Files on their way: each is written in full beside its place, and only when all are written do
 * they {@linkplain #settle move} there, each in one step. Closing gives up what has not moved, so
 * that a failure half way leaves the earlier files as they were.
 */
public final class Drafts implements AutoCloseable {
  private final String id = UUID.randomUUID().toString();
  private final Set<Path> open = new LinkedHashSet<>();

  /** Writes one file to its place, whole or not at all. */
  public static void write(Path file, String text) {
    try (Drafts drafts = new Drafts()) {
      drafts.add(file, out -> out.append(text));
      drafts.settle();
    }
  }

  /** Removes the file, if it is there. */
  public static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot delete " + file, e);
    }
  }

  /**
   * Writes a file's content beside its place.
   *
   * @return its SHA-256
   */
  public String add(Path file, Artefact content) {
    MessageDigest digest = Digest.start();
    open.add(file);
    try {
      Files.createDirectories(file.toAbsolutePath().normalize().getParent());
      try (var bytes = new DigestOutputStream(Files.newOutputStream(beside(file)), digest)) {
        content.writeTo(bytes);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
    return Digest.hex(digest.digest());
  }

  /** Moves every file to its place. */
  public void settle() {
    for (Path file : open) {
      try {
        Files.move(beside(file), file, StandardCopyOption.ATOMIC_MOVE);
      } catch (IOException e) {
        throw new UncheckedIOException("cannot write " + file, e);
      }
    }
    open.clear();
  }

  @Override
  public void close() {
    open.forEach(file -> delete(beside(file)));
    open.clear();
  }

  /** A name that nobody else uses, so that two that write the same file do not mix. */
  private Path beside(Path file) {
    return file.resolveSibling("." + file.getFileName() + "." + id + ".draft");
  }
}
