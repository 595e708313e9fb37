package io.plumbline.cli;

import io.plumbline.config.Environment;
import io.plumbline.spi.Format;
import io.plumbline.synth.Artefacts;
import io.plumbline.synth.Synthesis;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes artefacts. */
@Command(
    name = "synth",
    mixinStandardHelpOptions = true,
    exitCodeOnInvalidInput = 1,
    description = "Writes the artefacts of all formats, and says which files.")
final class SynthCommand implements Callable<Integer> {
  @Mixin private Scope scope;
  @Spec private CommandSpec spec;

  @Option(
      names = "--format",
      paramLabel = "F",
      description = "only this format; may be repeated (default: all that fit the provider)")
  private List<String> formats = new ArrayList<>();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "DIR",
      description = "where to write (default: target/plumbline in the project)")
  private @Nullable Path output;

  @Override
  public Integer call() {
    Session session = Session.open(scope);
    Environment environment = session.environment();
    Synthesis.Outcome outcome = session.synthesise(environment, spec.commandLine().getErr());
    List<Format> chosen =
        formats.isEmpty()
            ? session.plugins().formats()
            : formats.stream().map(id -> session.plugins().format(id, null)).toList();
    Path folder = output == null ? session.project().output() : output;
    List<Path> written =
        new Artefacts(folder.resolve(environment.name()), session.plugins()::kind)
            .write(environment.name(), outcome.targets(), chosen, scope.stacks.isEmpty());
    written.forEach(file -> spec.commandLine().getOut().println(file));
    spec.commandLine().getOut().flush();
    return 0;
  }
}
