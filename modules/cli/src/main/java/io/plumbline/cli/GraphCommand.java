package io.plumbline.cli;

import io.plumbline.config.Environment;
import io.plumbline.files.Drafts;
import io.plumbline.report.topology.Topology;
import io.plumbline.report.topology.TopologyFormat;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Draws the designs. */
@Command(
    name = "graph",
    mixinStandardHelpOptions = true,
    exitCodeOnInvalidInput = 1,
    description =
        "Draws the topology of the designs: which components there are, and what each uses.")
final class GraphCommand implements Callable<Integer> {
  @Mixin private Scope scope;
  @Spec private CommandSpec spec;

  @Option(
      names = "--format",
      paramLabel = "F",
      description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})")
  private TopologyFormat format = TopologyFormat.MERMAID;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "where to write (default: stdout)")
  private @Nullable Path file;

  @Override
  public Integer call() {
    Session session = Session.open(scope);
    Environment environment = session.environment();
    String text = format.render(Topology.of(environment.name(), session.designs(environment)));
    if (file == null) {
      spec.commandLine().getOut().print(text);
      spec.commandLine().getOut().flush();
    } else {
      Drafts.write(file, text);
    }
    return 0;
  }
}
