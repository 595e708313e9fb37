package io.plumbline.cli;

import io.plumbline.config.EnvironmentText;
import io.plumbline.diagnostic.Diagnostic;
import io.plumbline.diagnostic.InvalidInputException;
import io.plumbline.drift.DriftReport;
import io.plumbline.drift.Finding;
import io.plumbline.drift.IgnoreRule;
import io.plumbline.drift.Subject;
import io.plumbline.files.Drafts;
import io.plumbline.files.TextDiff;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine;

/** What is done about findings: to the environment file at once, by the engine at the end. */
final class Reconciliation {
  private final Session session;
  private final Adoption adoption;
  private final PrintWriter out;
  private final PrintWriter err;
  private final Path file;
  private final List<Finding> done = new ArrayList<>();
  private final List<Finding> toRevert = new ArrayList<>();

  Reconciliation(Session session, Adoption adoption, CommandLine line) {
    this.session = session;
    this.adoption = adoption;
    this.out = line.getOut();
    this.err = line.getErr();
    this.file = session.project().home().resolve(session.environmentFile());
  }

  /** Adds a rule to the environment file. */
  void ignore(Finding finding, LocalDate until, String reason) {
    Subject subject = finding.subject();
    boolean isDouble = finding instanceof Finding.Duplicate;
    String name = isDouble || subject.address() == null ? subject.liveId() : subject.address();
    if (name == null) {
      throw refusal("a list that could not be read has no name to ignore", "mend the reading");
    }
    IgnoreRule rule =
        new IgnoreRule(
            subject.stack(), IgnoreRule.literal(name), attribute(finding), reason, until, null);
    String before = text();
    try {
      write(before, new EnvironmentText(session.environmentFile(), before).withIgnore(rule));
    } catch (IllegalArgumentException e) {
      throw refusal(
          session.environmentFile() + ": " + e.getMessage(), "add the rule by hand: " + rule);
    }
    done.add(finding);
  }

  /** Has the environment file say what is live. */
  void adopt(Finding finding) {
    String before = text();
    Adoption.Result result = adoption.of(finding, before);
    if (result.text() == null) {
      throw refusal(
          name(finding) + " is not adopted: " + result.why(),
          "change " + source(finding) + ", or revert or ignore it");
    }
    write(before, result.text());
    done.add(finding);
    out.println("adopted; `plumbline deploy` settles it without changing what is live");
  }

  /** Notes that a deploy is to put it back. */
  void revert(Finding finding) {
    if (!(finding instanceof Finding.Changed || finding instanceof Finding.Missing)) {
      throw refusal(name(finding) + " is none that an engine reverts", "see what mends it");
    }
    toRevert.add(finding);
  }

  /**
   * Deploys what is to be reverted.
   *
   * @return the exit code
   */
  int finish(DriftReport report, boolean yes, boolean allowLocalState) {
    Set<String> deployed = stacksToDeploy();
    if (!toRevert.isEmpty()) {
      int exit = deploy(report, deployed, yes, allowLocalState);
      if (exit != 0) {
        return exit;
      }
    }
    // What a deploy mends, the check after it has looked at.
    long left =
        report.findings().stream()
            .filter(each -> !done.contains(each))
            .filter(each -> !deployed.contains(each.subject().stack()))
            .count();
    out.println(session.environmentName() + ": " + left + " findings left");
    out.flush();
    return left == 0 ? 0 : report.verdict().exitCode();
  }

  private Set<String> stacksToDeploy() {
    Set<String> stacks = new LinkedHashSet<>();
    toRevert.forEach(each -> stacks.add(each.subject().stack()));
    return stacks;
  }

  private int deploy(DriftReport report, Set<String> stacks, boolean yes, boolean allowLocalState) {
    tellWhatGoesAlong(report, stacks);
    List<String> command = new ArrayList<>(List.of("deploy", "-e", session.environmentName()));
    stacks.forEach(stack -> command.addAll(List.of("-s", stack)));
    if (yes) {
      command.add("--yes");
    }
    if (allowLocalState) {
      command.add("--allow-local-state");
    }
    return Main.run(out, err, command.toArray(String[]::new));
  }

  /** An engine deploys a stack as a whole. */
  private void tellWhatGoesAlong(DriftReport report, Set<String> stacks) {
    for (Finding each : report.findings()) {
      boolean along = stacks.contains(each.subject().stack()) && !toRevert.contains(each);
      if (along && report.mending(each).isDeploy()) {
        err.println("note: the same deploy reverts " + name(each));
      }
    }
    report.pending().stream()
        .filter(each -> stacks.contains(each.stack()))
        .forEach(
            each ->
                err.println(
                    "note: the same deploy carries out what is pending at " + each.address()));
    err.flush();
  }

  private void write(String before, String after) {
    out.print(TextDiff.of(session.environmentFile(), before, after));
    out.flush();
    Drafts.write(file, after);
    try {
      session.environmentWithoutStacks();
    } catch (InvalidInputException e) {
      Drafts.write(file, before);
      throw e;
    }
  }

  private String text() {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  private static String attribute(Finding finding) {
    return switch (finding) {
      case Finding.Changed f -> IgnoreRule.literal(f.attribute());
      case Finding.Undetermined f ->
          f.attribute() == null ? "*" : IgnoreRule.literal(f.attribute());
      case Finding.Missing f -> "*";
      case Finding.Unmanaged f -> "*";
      case Finding.Duplicate f -> "*";
    };
  }

  private static String name(Finding finding) {
    Subject subject = finding.subject();
    String name = String.valueOf(subject.address() == null ? subject.liveId() : subject.address());
    return finding instanceof Finding.Changed changed ? name + " " + changed.attribute() : name;
  }

  private static String source(Finding finding) {
    return finding.subject().source() == null ? "the stack" : finding.subject().source().toString();
  }

  private static InvalidInputException refusal(String detail, String fix) {
    return new InvalidInputException(
        List.of(
            new Diagnostic(
                "PLB-RUN-064",
                Diagnostic.Severity.ERROR,
                "finding cannot be reconciled so",
                detail,
                null,
                fix)));
  }
}
