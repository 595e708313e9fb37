package io.plumbline.cli;

import io.plumbline.config.Environment;
import io.plumbline.config.EnvironmentText;
import io.plumbline.config.EnvironmentText.Parameter;
import io.plumbline.diagnostic.InvalidInputException;
import io.plumbline.drift.DriftReport;
import io.plumbline.drift.Finding;
import io.plumbline.drift.Rules;
import io.plumbline.drift.Subject;
import io.plumbline.files.Drafts;
import io.plumbline.files.Folders;
import io.plumbline.synth.TargetGraph;
import io.plumbline.value.Value;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Looks for the parameter of the environment file by which the description would say what is live.
 * A parameter that has the described value is tried: with the live one in its place, the design
 * must be valid, and what is live must agree with it at the finding and disagree nowhere anew.
 * Where not exactly one does so, nothing is adopted.
 */
final class Adoption {
  private final Session session;
  private final Run run;
  private final Rules rules;

  Adoption(Session session, Run run, Rules rules) {
    this.session = session;
    this.run = run;
    this.rules = rules;
  }

  /**
   * What came of it.
   *
   * @param text of the environment file that says what is live; null where there is none
   * @param why there is none
   */
  record Result(@Nullable String text, String why) {
    static Result none(String why) {
      return new Result(null, why);
    }
  }

  Result of(Finding finding, String file) {
    if (!(finding instanceof Finding.Changed changed)) {
      return Result.none("a parameter says values; this is a whole thing, to be described in Java");
    }
    String desired = scalar(changed.desired());
    String observed = scalar(changed.observed());
    if (desired == null || observed == null) {
      return Result.none("it is no single number or word, as parameters are: edit the Java");
    }
    EnvironmentText text = new EnvironmentText(session.environmentFile(), file);
    List<String> fitting = new ArrayList<>();
    List<String> tried = new ArrayList<>();
    Set<String> before = amiss(session.environment(), finding.subject());
    for (Parameter each : text.written(finding.subject().stack(), desired)) {
      String candidate = text.with(each, observed);
      String wrong =
          candidate == null ? "it is written in another form" : wrong(candidate, before, changed);
      if (wrong == null && candidate != null) {
        fitting.add(candidate);
      }
      tried.add(each.path() + (wrong == null ? " would do" : ": " + wrong));
    }
    if (fitting.size() == 1) {
      return new Result(fitting.get(0), "");
    }
    return Result.none(
        tried.isEmpty()
            ? "no parameter of the stack is " + desired + ": edit the Java"
            : "of its parameters, " + String.join("; ", tried));
  }

  /** Why a text does not say what is live, and nothing else; null where it does. */
  private @Nullable String wrong(String text, Set<String> before, Finding.Changed finding) {
    Path root = below(text);
    try {
      Set<String> after = amiss(session.environmentBelow(root), finding.subject());
      if (after.contains(key(finding))) {
        return "the value does not come from it";
      }
      after.removeAll(before);
      return after.isEmpty() ? null : "then " + String.join(", ", after) + " would differ";
    } catch (InvalidInputException e) {
      return "the design would not be valid: " + e.diagnostics().get(0).detail();
    } finally {
      Folders.delete(root);
    }
  }

  private Path below(String text) {
    try {
      Path root = Files.createTempDirectory("plumbline-adopt");
      Drafts.write(root.resolve(session.environmentFile()), text);
      return root;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where what is live is not what an environment's design says, of one stack. */
  private Set<String> amiss(Environment environment, Subject subject) {
    PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
    List<TargetGraph> graphs =
        session.synthesise(environment, nowhere).targets().stream()
            .filter(each -> each.target().stack().equals(subject.stack()))
            .toList();
    DriftReport report =
        run.workshop()
            .drift(false, session.environmentNames(), environment.sites())
            .checkAgainst(environment.name(), graphs, "what was tried", rules, null);
    Set<String> keys = new LinkedHashSet<>();
    report.findings().forEach(each -> keys.add(key(each)));
    return keys;
  }

  private static String key(Finding finding) {
    Subject subject = finding.subject();
    String name = subject.address() == null ? subject.liveId() : subject.address();
    String attribute = finding instanceof Finding.Changed changed ? " " + changed.attribute() : "";
    return name + attribute + " on " + subject.site();
  }

  private static @Nullable String scalar(@Nullable Value value) {
    return switch (value) {
      case Value.Int whole -> Long.toString(whole.value());
      case Value.Text text when text.value().matches("[A-Za-z][A-Za-z0-9._/-]*") -> text.value();
      case null, default -> null;
    };
  }
}
