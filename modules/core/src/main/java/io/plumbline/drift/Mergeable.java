package io.plumbline.drift;

import io.plumbline.diagnostic.Diagnostic;
import io.plumbline.diagnostic.Diagnostic.Severity;
import io.plumbline.diagnostic.InvalidInputException;
import io.plumbline.drift.DriftMerge.Given;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Whether reports are of one check: what cannot be judged together must not look as if it were. */
final class Mergeable {
  /** Parts run beside each other; what an hour lies between may have changed in between. */
  private static final Duration MOST_APART = Duration.ofHours(1);

  private final List<Diagnostic> problems = new ArrayList<>();

  private Mergeable() {}

  static void check(List<Given> given) {
    if (given.isEmpty()) {
      throw new IllegalArgumentException("there is nothing to merge");
    }
    Mergeable all = new Mergeable();
    given.subList(1, given.size()).forEach(each -> all.compare(given.get(0), each));
    all.notFarApart(given);
    all.onlyOnce(given);
    if (!all.problems.isEmpty()) {
      throw new InvalidInputException(all.problems);
    }
  }

  private void compare(Given first, Given other) {
    if (!first.report().environment().equals(other.report().environment())) {
      differ(
          "environment", first, first.report().environment(), other, other.report().environment());
    } else if (count(first) != count(other)) {
      differ("number of shards", first, shards(first), other, shards(other));
    } else if (!first.report().judgement().isBySameRules(other.report().judgement())) {
      differ("ignore rules and tolerances", first, rules(first), other, rules(other));
    } else if (first.report().judgement().strict() != other.report().judgement().strict()) {
      differ("strictness", first, strictness(first), other, strictness(other));
    }
  }

  private static String strictness(Given given) {
    return given.report().judgement().strict() ? "a strict check" : "a check that is not strict";
  }

  private void notFarApart(List<Given> given) {
    List<Given> inTime =
        given.stream()
            .filter(each -> each.report().judgement().time() != null)
            .sorted(Comparator.comparing(Mergeable::time))
            .toList();
    if (inTime.size() > 1) {
      Given first = inTime.get(0);
      Given last = inTime.get(inTime.size() - 1);
      if (time(first).plus(MOST_APART).isBefore(time(last))) {
        differ("time, by more than an hour", first, said(first), last, said(last));
      }
    }
  }

  private static Instant time(Given given) {
    return Objects.requireNonNull(given.report().judgement().time());
  }

  private static String said(Given given) {
    return "a check of " + time(given);
  }

  private static int count(Given given) {
    Part part = given.report().part();
    return part == null ? 0 : part.shard().of();
  }

  private static String shards(Given given) {
    return count(given) == 0 ? "a check of the whole" : count(given) + " shards";
  }

  private static String rules(Given given) {
    Judgement judgement = given.report().judgement();
    List<String> names = new ArrayList<>();
    for (RuleUse use : judgement.ignored()) {
      names.add(
          use.rule().address() + ":" + use.rule().attribute() + " until " + use.rule().until());
    }
    judgement
        .tolerated()
        .forEach(each -> names.add(each.percent().toPlainString() + " % of " + each.kind()));
    judgement
        .nodes()
        .forEach(
            each -> names.add(each.node().node() + " out of service until " + each.node().until()));
    return names.isEmpty() ? "none" : String.join(", ", names);
  }

  private void differ(String what, Given first, String one, Given other, String another) {
    problems.add(
        new Diagnostic(
            "PLB-RPT-002",
            Severity.ERROR,
            "reports are not of one check",
            what
                + ": "
                + first.source()
                + " has "
                + one
                + ", "
                + other.source()
                + " has "
                + another,
            null,
            "merge reports that one version of the environment file and of the command line made,"
                + " of checks that ran at one time"));
  }

  private void onlyOnce(List<Given> given) {
    Map<TargetName, Given> seen = new LinkedHashMap<>();
    Map<Shard, Given> shards = new LinkedHashMap<>();
    for (Given each : given) {
      Part part = each.report().part();
      Given same = part == null ? null : shards.putIfAbsent(part.shard(), each);
      if (same != null && part != null) {
        twice("shard " + part.shard(), same, "", each, "");
        continue;
      }
      for (CheckedTarget target : each.report().targets()) {
        Given before = seen.putIfAbsent(target.name(), each);
        if (before != null) {
          twice(target.title(), before, against(before, target), each, against(each, target));
        }
      }
    }
  }

  private static String against(Given given, CheckedTarget target) {
    return given.report().targets().stream()
        .filter(each -> each.name().equals(target.name()))
        .map(each -> " (against " + each.against() + ")")
        .findFirst()
        .orElse("");
  }

  private void twice(String what, Given one, String oneMore, Given other, String otherMore) {
    problems.add(
        new Diagnostic(
            "PLB-RPT-003",
            Severity.ERROR,
            "two reports are of the same thing",
            what + " is in " + one.source() + oneMore + " and in " + other.source() + otherMore,
            null,
            "leave one of them out: which of them holds, nobody can tell from the reports"));
  }
}
