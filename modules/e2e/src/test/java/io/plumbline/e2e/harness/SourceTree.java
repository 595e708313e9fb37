package io.plumbline.e2e.harness;

import io.plumbline.files.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A copy of the sources of this repository, to build there without disturbing the build that tests.
 */
public final class SourceTree {
  private static final Set<String> NOT_SOURCES =
      Set.of("target", ".git", ".plumbline", "__pycache__");

  private final Path root;

  private SourceTree(Path root) {
    this.root = root;
  }

  /** What a program said, on stdout and stderr, and its exit code. */
  public record Result(int exit, String out) {}

  /** A fresh copy below {@code target/trees}, with what the set-up made ready. */
  public static SourceTree copy(String name) {
    Path repository = SandboxServer.repository();
    Path root = Path.of("target/trees", name).toAbsolutePath().normalize();
    try {
      Folders.delete(root);
      copy(repository, root);
      Path kept = Files.createDirectories(root.resolve(".plumbline"));
      for (String ready : List.of("venv", "venv.stamp", "terraform.rc")) {
        Files.createSymbolicLink(
            kept.resolve(ready), repository.resolve(".plumbline").resolve(ready));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new SourceTree(root);
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.walkFileTree(
        from,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
              throws IOException {
            if (NOT_SOURCES.contains(folder.getFileName().toString())) {
              return FileVisitResult.SKIP_SUBTREE;
            }
            Files.createDirectories(to.resolve(from.relativize(folder).toString()));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.copy(file, to.resolve(from.relativize(file).toString()));
            return FileVisitResult.CONTINUE;
          }
        });
  }

  public Path root() {
    return root;
  }

  /** Runs a program in it to its end. */
  public Result run(Map<String, String> variables, String... command) {
    ProcessBuilder builder = new ProcessBuilder(command).directory(root.toFile());
    builder.environment().putAll(variables);
    try {
      Process process = builder.redirectErrorStream(true).start();
      process.getOutputStream().close();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Result(process.waitFor(), said);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
