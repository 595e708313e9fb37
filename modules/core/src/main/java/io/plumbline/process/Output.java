package io.plumbline.process;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a program writes, read while it is written. It goes through a file, since a pipe breaks when
 * Plumbline ends, and a program that writes to a broken pipe dies of it. Only its owner can read
 * the file, and its name goes as soon as both sides have it open.
 */
final class Output implements AutoCloseable {
  private final Path file;
  private final ByteArrayOutputStream begun = new ByteArrayOutputStream();
  private @Nullable InputStream in;

  Output() throws IOException {
    // Java gives temporary files to their owner alone.
    file = Files.createTempFile("plumbline", ".out");
  }

  /** Where the program is to write. */
  File file() {
    return file.toFile();
  }

  /** Begins to read; the program has the file open. */
  void open() throws IOException {
    in = Files.newInputStream(file);
    if (File.separatorChar == '/') {
      Files.delete(file);
    }
  }

  /** Passes on the lines that have become whole since. */
  void drain(Consumer<String> lines) throws IOException {
    byte[] some = new byte[1 << 13];
    for (int size; in != null && (size = in.read(some)) > 0; ) {
      for (int i = 0; i < size; i++) {
        if (some[i] == '\n') {
          pass(lines);
        } else {
          begun.write(some[i]);
        }
      }
    }
  }

  /** Passes on all that is left; the program has ended. */
  void finish(Consumer<String> lines) throws IOException {
    drain(lines);
    if (begun.size() > 0) {
      pass(lines);
    }
  }

  private void pass(Consumer<String> lines) {
    String line = begun.toString(StandardCharsets.UTF_8);
    begun.reset();
    lines.accept(line.endsWith("\r") ? line.substring(0, line.length() - 1) : line);
  }

  @Override
  public void close() throws IOException {
    if (in != null) {
      in.close();
    }
    Files.deleteIfExists(file);
  }
}
