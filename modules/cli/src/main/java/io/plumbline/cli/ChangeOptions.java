package io.plumbline.cli;

import java.util.LinkedHashSet;
import java.util.Set;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What commands ask for that change an environment, or say what would change. */
final class ChangeOptions {
  @Mixin LocalStateOption local;

  @Option(
      names = "--release",
      paramLabel = "ID",
      description = "give up this protected resource for good; may be repeated")
  Set<String> released = new LinkedHashSet<>();
}
