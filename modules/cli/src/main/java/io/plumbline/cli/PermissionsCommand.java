package io.plumbline.cli;

import io.plumbline.diagnostic.Diagnostic;
import io.plumbline.diagnostic.InvalidInputException;
import io.plumbline.drift.ReadNames;
import io.plumbline.model.Site;
import io.plumbline.spi.LiveSource;
import io.plumbline.synth.TargetGraph;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes the policy that a drift check needs. */
@Command(
    name = "permissions",
    mixinStandardHelpOptions = true,
    exitCodeOnInvalidInput = 1,
    description = {
      "Writes the least policy that lets `drift` read these stacks.",
      "It is in the provider's own form, and lets nothing be read of contents but those of"
          + " parameters",
      "and functions of theirs."
    })
final class PermissionsCommand implements Callable<Integer> {
  @Mixin private Scope scope;
  @Spec private CommandSpec spec;

  @Option(
      names = "--site",
      paramLabel = "SITE",
      description = "the site whose policy is wanted (default: the only one)")
  private @Nullable String site;

  @Option(
      names = "--who",
      description = {
        "and to ask the provider's audit log, as `drift --who` does; without it, that",
        "option says that it may not, and the verdict is the same"
      })
  private boolean who;

  @Override
  public Integer call() {
    Session session = Session.open(scope);
    List<TargetGraph> targets =
        session.synthesise(session.environment(), spec.commandLine().getErr()).targets();
    Site chosen = chosen(targets);
    SortedMap<String, Set<String>> reads = new TreeMap<>();
    for (TargetGraph each : targets) {
      if (each.target().site().name().equals(chosen.name())) {
        ReadNames.of(session.plugins().provider(chosen.provider(), chosen.source()), each.graph())
            .forEach((operation, names) -> reads.merge(operation, names, ReadNames::both));
      }
    }
    LiveSource.Factory live = session.plugins().liveSource(chosen.provider(), chosen.source());
    if (who) {
      for (String each : live.auditOperations()) {
        reads.put(each, Set.of());
        spec.commandLine()
            .getErr()
            .println("note: " + each + " is for `drift --who` alone; no verdict needs it");
      }
    }
    spec.commandLine().getOut().print(live.readPolicy(chosen, reads));
    spec.commandLine().getOut().flush();
    return 0;
  }

  private Site chosen(List<TargetGraph> targets) {
    List<Site> sites = targets.stream().map(each -> each.target().site()).distinct().toList();
    List<Site> meant =
        site == null ? sites : sites.stream().filter(each -> each.name().equals(site)).toList();
    if (meant.size() == 1) {
      return meant.get(0);
    }
    String names = String.join(", ", sites.stream().map(Site::name).toList());
    throw new InvalidInputException(
        List.of(
            new Diagnostic(
                "PLB-RUN-041",
                Diagnostic.Severity.ERROR,
                "one site must be chosen",
                "got "
                    + (site == null ? "none" : "\"" + site + "\"")
                    + "; the stacks stand on: "
                    + names,
                null,
                "--site SITE: each may be another account, with a policy of its own")));
  }
}
