package io.plumbline.cli;

import io.plumbline.config.Environment;
import io.plumbline.config.Moments;
import io.plumbline.diagnostic.Diagnostic;
import io.plumbline.diagnostic.InvalidInputException;
import io.plumbline.run.EnvironmentFreeze;
import io.plumbline.state.Actor;
import io.plumbline.state.Freeze;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Stops changes of an environment for a while, for everybody. */
@Command(
    name = "freeze",
    mixinStandardHelpOptions = true,
    exitCodeOnInvalidInput = 1,
    description = {
      "Stops `deploy` and `destroy` of an environment until a time, for everybody who shares its"
          + " state; a deploy that runs already goes on.",
      "Without options it says whether the environment is frozen."
    })
final class FreezeCommand implements Callable<Integer> {
  @Mixin private Scope scope;
  @Mixin private LocalStateOption local;
  @Spec private CommandSpec spec;

  @Option(
      names = "--until",
      paramLabel = "WHEN",
      description = "2027-01-31T11:30:00Z, a day (from its beginning in UTC), or from now: 4h, 7d")
  private @Nullable String until;

  @Option(names = "--reason", paramLabel = "TEXT", description = "why, for those who are stopped")
  private @Nullable String reason;

  @Option(names = "--lift", description = "end it")
  private boolean lift;

  @Override
  public Integer call() {
    Session session = Session.open(scope);
    if (!scope.stacks.isEmpty()) {
      throw refusal("an environment is frozen as a whole", "leave -s out");
    }
    Environment environment = session.environmentWithoutStacks();
    try (ProgressLines progress = new ProgressLines("freeze", spec.commandLine().getErr())) {
      EnvironmentFreeze freeze = new Run(session, environment, progress, local.allowed).freeze();
      if (lift) {
        lift(freeze);
      } else if (until == null && reason == null) {
        show(freeze.find());
      } else {
        set(freeze);
      }
    }
    return 0;
  }

  private void lift(EnvironmentFreeze freeze) {
    if (until != null || reason != null) {
      throw refusal("--lift ends a freeze, --until begins one", "leave one of them out");
    }
    freeze.lift();
    say("not frozen");
  }

  private void set(EnvironmentFreeze freeze) {
    if (until == null || reason == null || reason.isBlank()) {
      throw refusal(
          "who is stopped wants to know until when, and why", "--until WHEN --reason TEXT");
    }
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    Actor actor = Actor.current();
    Freeze wanted =
        new Freeze(moment(until, now), reason.strip(), actor.user() + "@" + actor.host(), now);
    if (wanted.hasEnded(now)) {
      throw refusal(wanted.until() + " is past", "--until with a time to come");
    }
    freeze.set(wanted);
    show(wanted);
  }

  private static Instant moment(String text, Instant now) {
    try {
      return Moments.parse(text, now);
    } catch (IllegalArgumentException e) {
      throw refusal("got \"" + text + "\" for --until", String.valueOf(e.getMessage()));
    }
  }

  private void show(@Nullable Freeze freeze) {
    if (freeze == null) {
      say("not frozen");
    } else {
      say((freeze.hasEnded(Instant.now()) ? "not frozen; it was " : "frozen ") + freeze);
    }
  }

  private void say(String what) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(scope.environment + ": " + what);
    out.flush();
  }

  private static InvalidInputException refusal(String detail, String fix) {
    return new InvalidInputException(
        List.of(
            new Diagnostic(
                "PLB-RUN-062",
                Diagnostic.Severity.ERROR,
                "freeze cannot be set so",
                detail,
                null,
                fix)));
  }
}
