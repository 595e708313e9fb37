package io.plumbline.sandbox;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The sandbox's own files: in the project's {@code ci/} where it has them, else as packed into this
 * module, laid out under {@code .plumbline/program}.
 *
 * @param ci the folder with {@code setup} and {@code sandbox/server.py}
 * @param state where the set-up puts its Python environment
 */
record Program(Path ci, Path state) {
  /** A session of its own: an interrupt meant for the command that started it leaves it alone. */
  private static final String DETACHED =
      "import os,sys; os.setsid(); os.execv(sys.argv[1], sys.argv[1:])";

  static Program find(Path home) {
    Path state = home.resolve(".plumbline");
    Path own = home.resolve("ci");
    if (Files.exists(own.resolve("sandbox/server.py")) && Files.exists(own.resolve("setup"))) {
      return new Program(own, state);
    }
    return new Program(unpack(state.resolve("program/ci")), state);
  }

  /** Makes ready what the server needs; quick where it is ready. */
  void setUp(Consumer<String> progress, String... parts) {
    List<String> command = new ArrayList<>(List.of("bash", ci.resolve("setup").toString()));
    command.addAll(List.of(parts));
    ProcessBuilder setUp = new ProcessBuilder(command);
    setUp.environment().put("PLUMBLINE_STATE", state.toString());
    setUp.redirectErrorStream(true);
    StringBuilder said = new StringBuilder();
    try {
      Process process = setUp.start();
      process.getOutputStream().close();
      try (BufferedReader lines =
          new BufferedReader(
              new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
        for (String line; (line = lines.readLine()) != null; ) {
          progress.accept(line);
          said.append(line).append('\n');
        }
      }
      if (process.waitFor() != 0) {
        throw new SandboxException("the sandbox's set-up failed:\n" + said.toString().strip());
      }
    } catch (IOException e) {
      throw new SandboxException("cannot run " + ci.resolve("setup") + ": " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SandboxException("interrupted during the sandbox's set-up");
    }
  }

  /** Starts the server; it says itself in the state file when it answers. */
  Process start(int port, Path stateFile, Path log) {
    List<String> options =
        List.of("--port", Integer.toString(port), "--state-file", stateFile.toString());
    return script("sandbox/server.py", options, log, log);
  }

  /**
   * Starts one of the programs, in a session of its own.
   *
   * @param script its path below {@code ci}
   */
  Process script(String script, List<String> arguments, Path said, Path log) {
    List<String> command =
        new ArrayList<>(List.of(python().toString(), ci.resolve(script).toString()));
    command.addAll(arguments);
    return detached(command, said, log);
  }

  /**
   * Starts any program, in a session of its own.
   *
   * @param command with the whole path of the program
   */
  Process detached(List<String> command, Path said, Path log) {
    List<String> line = new ArrayList<>(List.of(python().toString(), "-c", DETACHED));
    line.addAll(command);
    ProcessBuilder program = new ProcessBuilder(line);
    program.redirectInput(Redirect.from(Path.of("/dev/null").toFile()));
    program.redirectOutput(said.toFile());
    program.redirectError(
        said.equals(log) ? Redirect.appendTo(log.toFile()) : Redirect.to(log.toFile()));
    program.environment().put("PYTHONDONTWRITEBYTECODE", "1");
    try {
      return program.start();
    } catch (IOException e) {
      throw new SandboxException("cannot start " + command + ": " + e.getMessage());
    }
  }

  Path python() {
    return state.resolve("venv/bin/python");
  }

  private static Path unpack(Path to) {
    URL packed = Program.class.getResource("/io/plumbline/sandbox/ci/setup");
    if (packed == null) {
      throw new SandboxException("the sandbox's program is not packed into this build");
    }
    try {
      URI setup = packed.toURI();
      if (!setup.getScheme().equals("jar")) {
        return copy(Path.of(setup).resolveSibling(""), to);
      }
      try (FileSystem jar = FileSystems.newFileSystem(setup, Map.<String, Object>of())) {
        return copy(jar.getPath("/io/plumbline/sandbox/ci"), to);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot unpack the sandbox to " + to, e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Path copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        Files.createDirectories(target.getParent());
        Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
      }
    }
    return to;
  }
}
