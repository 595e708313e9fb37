package io.plumbline.e2e.harness;

import io.plumbline.cli.Main;
import io.plumbline.run.Project;
import io.plumbline.value.JsonReader;
import io.plumbline.value.Value;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Runs the command line in a project, as a user does. */
public final class Plumbline {
  private final ProjectFolder project;

  public Plumbline(ProjectFolder project) {
    this.project = project;
  }

  /**
   * What a command came to.
   *
   * @param exit its exit code
   */
  public record Result(List<String> command, int exit, String out, String err) {
    public Result {
      command = List.copyOf(command);
    }

    /** Its stdout as JSON. */
    public Value.Obj json() {
      return (Value.Obj) JsonReader.read(out);
    }

    @Override
    public String toString() {
      return "plumbline " + String.join(" ", command) + "\nexit " + exit + "\n" + out + "\n" + err;
    }
  }

  /** Runs a command in this JVM, which is quick. */
  public Result run(String... command) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    String before = System.setProperty(Project.PROPERTY, project.home().toString());
    try {
      int exit = Main.run(new PrintWriter(out), new PrintWriter(err), command);
      return new Result(List.of(command), exit, out.toString(), err.toString());
    } finally {
      if (before == null) {
        System.clearProperty(Project.PROPERTY);
      } else {
        System.setProperty(Project.PROPERTY, before);
      }
    }
  }

  /** Starts a JVM for each command, in surroundings of the test's choice. */
  public Forked forked() {
    return new Forked(List.of(), Map.of(), System.getProperty("java.class.path"));
  }

  /** The command line in JVMs of its own. */
  public final class Forked {
    private final List<String> flags;
    private final Map<String, String> variables;
    private final String classPath;

    private Forked(List<String> flags, Map<String, String> variables, String classPath) {
      this.flags = flags;
      this.variables = variables;
      this.classPath = classPath;
    }

    /** With this class path in place of the test's. */
    public Forked classPath(String path) {
      return new Forked(flags, variables, path);
    }

    /** With a flag for the JVM; among several of a kind the last counts. */
    public Forked flag(String flag) {
      List<String> more = new ArrayList<>(flags);
      more.add(flag);
      return new Forked(more, variables, classPath);
    }

    /** With an environment variable. */
    public Forked variable(String name, String value) {
      Map<String, String> more = new TreeMap<>(variables);
      more.put(name, value);
      return new Forked(flags, more, classPath);
    }

    /** Runs a command to its end. */
    public Result run(String... command) {
      try {
        return started(command);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }

    /** Starts it and lets it run; what it says is lost. */
    public Process start(String... command) throws IOException {
      ProcessBuilder builder = builder(command);
      builder.redirectOutput(Redirect.DISCARD).redirectError(Redirect.DISCARD);
      Process process = builder.start();
      process.getOutputStream().close();
      return process;
    }

    /** Starts it and lets it run; what it says on stderr can be read as it says it. */
    public Process startAloud(String... command) throws IOException {
      Process process = builder(command).redirectOutput(Redirect.DISCARD).start();
      process.getOutputStream().close();
      return process;
    }

    private ProcessBuilder builder(String... command) {
      ProcessBuilder builder = new ProcessBuilder(line(command));
      builder.directory(project.home().toFile());
      builder.environment().putAll(variables);
      return builder;
    }

    private Result started(String... command) throws IOException, InterruptedException {
      Path out = Files.createTempFile("plumbline", ".out");
      Path err = Files.createTempFile("plumbline", ".err");
      try {
        ProcessBuilder builder = builder(command);
        builder.redirectOutput(out.toFile()).redirectError(err.toFile());
        Process process = builder.start();
        process.getOutputStream().close();
        int exit = process.waitFor();
        return new Result(List.of(command), exit, text(out), text(err));
      } finally {
        Files.delete(out);
        Files.delete(err);
      }
    }

    /** As UTF-8, with marks for what is none: the surroundings may say otherwise. */
    private static String text(Path file) throws IOException {
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }

    /** The flags are those of the launcher. */
    private List<String> line(String... command) {
      List<String> line = new ArrayList<>();
      line.add(Path.of(System.getProperty("java.home"), "bin/java").toString());
      line.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Dfile.encoding=UTF-8"));
      line.addAll(flags);
      line.add("-D" + Project.PROPERTY + "=" + project.home());
      line.addAll(List.of("-cp", classPath, Main.class.getName()));
      line.addAll(List.of(command));
      return line;
    }
  }
}
