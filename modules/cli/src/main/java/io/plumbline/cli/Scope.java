package io.plumbline.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** What nearly every command asks for: which environment, which stacks. */
final class Scope {
  @Option(
      names = {"-e", "--environment"},
      paramLabel = "ENV",
      description = "environments/ENV.yaml (default: sandbox)")
  String environment = "sandbox";

  @Option(
      names = {"-s", "--stack"},
      paramLabel = "STACK",
      description = "only this stack; may be repeated (default: all)")
  List<String> stacks = new ArrayList<>();

  @Option(names = "--verbose", description = "show where in Plumbline an error comes from")
  boolean verbose;
}
