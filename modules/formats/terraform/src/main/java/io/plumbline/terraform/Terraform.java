package io.plumbline.terraform;

import io.plumbline.process.Child;
import io.plumbline.process.Program;
import io.plumbline.spi.EngineException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The program, made ready to run in one folder. */
final class Terraform {
  /** Asked twice it cuts itself short; it says when it has heard the first time. */
  static final Child.Ending ENDING =
      new Child.Ending("TERM", "Interrupt received", Duration.ofSeconds(1));

  private final Program program;
  private final Path folder;
  private final Map<String, String> environment;

  Terraform(Program program, Path folder, Map<String, String> environment) {
    this.program = program;
    this.folder = folder;
    this.environment = environment;
  }

  String name() {
    return program.name();
  }

  Program program() {
    return program;
  }

  Map<String, String> environment() {
    return environment;
  }

  /** Runs a command; each line of its output is passed on as it comes. */
  Child.Exit run(Consumer<String> lines, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(program.file().toString());
    command.addAll(List.of(arguments));
    return Child.run(command, folder, environment, ENDING, lines);
  }

  /**
   * Runs a command for its whole output.
   *
   * @throws EngineException with what the program says, if it fails
   */
  String output(String... arguments) {
    StringBuilder output = new StringBuilder();
    Child.Exit exit = run(line -> output.append(line).append('\n'), arguments);
    if (exit.code() != 0) {
      throw new EngineException(
          name() + " " + arguments[0] + " failed:\n" + plain(exit.errors() + output));
    }
    return output.toString();
  }

  /** What a person should read of output that is meant for a terminal. */
  static String plain(String output) {
    return output
        .replaceAll("[╷│╵]", "")
        .replaceAll("(?m)^ +$", "")
        .replaceAll("\n{2,}", "\n")
        .strip();
  }
}
