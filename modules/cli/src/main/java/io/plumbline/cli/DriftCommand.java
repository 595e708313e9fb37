package io.plumbline.cli;

import io.plumbline.config.Environment;
import io.plumbline.diagnostic.Diagnostic;
import io.plumbline.diagnostic.InvalidInputException;
import io.plumbline.drift.DriftReport;
import io.plumbline.drift.IgnoreRule;
import io.plumbline.drift.Rules;
import io.plumbline.drift.Shard;
import io.plumbline.model.Target;
import io.plumbline.synth.Artefacts;
import io.plumbline.synth.Manifest;
import io.plumbline.synth.Stacks;
import io.plumbline.synth.TargetGraph;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** Compares the live environment with what was deployed. */
@Command(
    name = "drift",
    mixinStandardHelpOptions = true,
    exitCodeOnInvalidInput = 1,
    description = {
      "Compares the live environment with its last deploy.",
      "Exit code 0: in sync; 2: drift; 3: nothing found, and not all could be read; 1: error."
    })
final class DriftCommand implements Callable<Integer> {
  @Mixin private Scope scope;
  @Spec private CommandSpec spec;

  @Option(
      names = "--output",
      paramLabel = "FORMAT[=FILE]",
      description =
          "text, json, sarif, junit, markdown, github or html, to stdout or to a file; may be"
              + " repeated (default: text)")
  private List<String> outputs = new ArrayList<>();

  @Option(
      names = "--against",
      paramLabel = "DIR",
      description = "compare with the artefacts that `synth -o DIR` wrote; needs no Java")
  private @Nullable Path against;

  @Option(
      names = "--ignore",
      paramLabel = "ADDRESS[:ATTRIBUTE]",
      description =
          "leave findings out of this one check, for whatever lasts is written down in the"
              + " environment file; * stands for any text; may be repeated")
  private List<String> ignored = new ArrayList<>();

  @Option(names = "--strict", description = "undeclared and unreadable attributes count too")
  private boolean strict;

  @Option(
      names = "--shard",
      paramLabel = "I/N",
      converter = ShardConverter.class,
      description =
          "check the I-th of N parts alone, each of other stacks and sites; `report merge` makes"
              + " one report of the reports of all parts, as JSON")
  private @Nullable Shard shard;

  @Option(
      names = "--who",
      description = {
        "say of each finding who did it, with which call and when, as the provider's audit log has",
        "it; changes nothing of the verdict, and makes no call where nothing was found"
      })
  private boolean who;

  @Override
  public Integer call() {
    ReportOutputs reports = ReportOutputs.parse(outputs, spec.commandLine().getOut());
    reports.clear();
    Instant began = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    PrintWriter err = spec.commandLine().getErr();
    Session session = Session.open(scope);
    session.refuseWithoutSandbox();
    DriftReport report;
    try (ProgressLines progress = new ProgressLines("drift", err)) {
      report = against == null ? check(session, progress, err) : check(session, against, progress);
    }
    reports.write(report.of(strict, began));
    return report.verdict().exitCode();
  }

  private DriftReport check(Session session, ProgressLines progress, PrintWriter err) {
    Environment environment = session.environmentWithoutStacks().forReading();
    Run run = new Run(session, environment, progress, true);
    run.mentionFreeze(err);
    return new ReleaseCheck(session, run, err)
        .askingWho(who)
        .report(environment, rules(environment), strict, shard);
  }

  private DriftReport check(Session session, Path folder, ProgressLines progress) {
    Path own = folder.resolve(scope.environment);
    Path place = Files.exists(own.resolve(Manifest.FILE)) ? own : folder;
    Manifest manifest = new Artefacts(place, session.plugins()::kind).read();
    if (isEnvironmentGiven() && !scope.environment.equals(manifest.environment())) {
      throw anotherEnvironment(place, manifest);
    }
    Environment environment = session.environmentOr(manifest).forReading();
    Stacks.refuseUnknown(
        scope.stacks, manifest.entries().stream().map(each -> each.target().stack()).toList());
    List<TargetGraph> graphs = new ArrayList<>();
    for (Manifest.Entry entry : manifest.entries()) {
      if (scope.stacks.isEmpty() || scope.stacks.contains(entry.target().stack())) {
        graphs.add(new TargetGraph(at(entry.target(), environment), entry.graph()));
      }
    }
    Run run = new Run(session, environment, progress, true);
    return run.workshop()
        .drift(strict, session.environmentNames(), environment.sites())
        .with(session.baseline(environment).read().of(scope.stacks))
        .askingWho(who)
        .checkAgainst(
            manifest.environment(), graphs, "artefacts in " + place, rules(environment), shard);
  }

  private boolean isEnvironmentGiven() {
    return spec.commandLine().getParseResult().hasMatchedOption("--environment");
  }

  private InvalidInputException anotherEnvironment(Path place, Manifest manifest) {
    return new InvalidInputException(
        List.of(
            new Diagnostic(
                "PLB-RUN-066",
                Diagnostic.Severity.ERROR,
                "artefacts of another environment",
                "got -e "
                    + scope.environment
                    + "; the artefacts in "
                    + place
                    + " are of "
                    + manifest.environment(),
                null,
                "name the folder of that environment, or leave -e out")));
  }

  /** Those of the environment file, and those of the command line for today. */
  private Rules rules(Environment environment) {
    Rules lasting = Session.rules(environment);
    List<IgnoreRule> all = new ArrayList<>(lasting.ignored());
    for (String each : ignored) {
      int colon = each.indexOf(':');
      String address = colon < 0 ? each : each.substring(0, colon);
      String attribute = colon < 0 ? "*" : each.substring(colon + 1);
      all.add(new IgnoreRule(null, address, attribute, "--ignore", lasting.today(), null));
    }
    return new Rules(all, lasting.tolerated(), lasting.nodes(), lasting.today());
  }

  /** Tells what is no shard as picocli tells of other options. */
  private static final class ShardConverter implements ITypeConverter<Shard> {
    @Override
    public Shard convert(String text) {
      try {
        return Shard.parse(text);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(e.getMessage());
      }
    }
  }

  /**
   * The site as the environment file has it today: its endpoint may differ from machine to machine.
   */
  private static Target at(Target target, Environment environment) {
    return environment.sites().stream()
        .filter(site -> site.name().equals(target.site().name()))
        .findFirst()
        .map(site -> new Target(target.environment(), target.stack(), site))
        .orElse(target);
  }
}
