package io.plumbline.testkit.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/**
 * A machine of a lab, and a way in beside SSH: what somebody does there by hand.
 *
 * @param pid of its first process, in whose namespaces it lives
 */
public record LabHost(String name, String address, long pid, boolean systemd) {

  /**
   * Runs a script there as root.
   *
   * @return what it wrote
   * @throws IllegalStateException if it fails
   */
  public String run(String script) {
    List<String> command = new ArrayList<>(List.of("nsenter", "--target", Long.toString(pid)));
    command.addAll(List.of("--mount", "--uts", "--ipc", "--net", "--pid", "--root", "--wd"));
    command.addAll(List.of("--", "bash", "-euc", script));
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      process.getOutputStream().close();
      String said =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      if (process.waitFor() != 0) {
        throw new IllegalStateException(name + ": " + script + ": " + said);
      }
      return said;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** A file of the machine's, by its absolute path there. */
  public Path file(String path) {
    return Path.of("/proc/" + pid + "/root" + path);
  }

  /** Writes a file there, with folders that it needs. */
  public void write(String path, String content, String mode) {
    try {
      Path file = file(path);
      Files.createDirectories(file.getParent());
      Files.writeString(file, content);
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What stands in a file there. */
  public String read(String path) {
    try {
      return Files.readString(file(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
