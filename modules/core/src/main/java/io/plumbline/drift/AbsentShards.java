package io.plumbline.drift;

import io.plumbline.diagnostic.Diagnostic;
import io.plumbline.diagnostic.Diagnostic.Severity;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** The parts of a check that no report is there of, and what the others know of theirs. */
final class AbsentShards {
  private final String environment;
  private final List<Shard> shards;
  private final List<TargetName> unseen;

  private AbsentShards(String environment, List<Shard> shards, List<TargetName> unseen) {
    this.environment = environment;
    this.shards = shards;
    this.unseen = unseen;
  }

  /** Of reports that are all of parts of one check, or none of them. */
  static AbsentShards of(List<DriftReport> reports) {
    List<Part> parts =
        reports.stream().map(DriftReport::part).filter(part -> part != null).toList();
    Set<TargetName> unseen = new LinkedHashSet<>();
    parts.forEach(part -> unseen.addAll(part.all()));
    reports.forEach(report -> report.targets().forEach(target -> unseen.remove(target.name())));
    List<Shard> given = parts.stream().map(Part::shard).toList();
    int of = given.isEmpty() ? 0 : given.get(0).of();
    return new AbsentShards(
        reports.get(0).environment(),
        IntStream.rangeClosed(1, of)
            .mapToObj(index -> new Shard(index, of))
            .filter(shard -> !given.contains(shard))
            .toList(),
        List.copyOf(unseen));
  }

  boolean isNone() {
    return shards.isEmpty() && unseen.isEmpty();
  }

  /** What nobody has looked at. */
  List<CheckedTarget> targets() {
    return unseen.stream()
        .map(name -> new CheckedTarget(name.stack(), name.site(), "", why(name), List.of()))
        .toList();
  }

  List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    for (TargetName name : unseen) {
      Subject all = new Subject(name.stack(), name.site(), null, "all kinds", null, null);
      findings.add(new Finding.Undetermined(all, null, "held against " + why(name)));
    }
    return findings;
  }

  /** A part that was given can lack a target that was deployed while the parts ran. */
  private String why(TargetName name) {
    return shards.stream()
        .filter(shard -> shard.has(environment, name))
        .map(shard -> "nothing: there is no report of shard " + shard)
        .findFirst()
        .orElse("nothing: it was not there yet when its shard was checked");
  }

  List<Diagnostic> diagnostics() {
    return shards.stream()
        .map(
            shard ->
                new Diagnostic(
                    "PLB-RPT-004",
                    Severity.WARNING,
                    "report of a shard is missing",
                    "there is no report of shard " + shard + " of " + environment,
                    null,
                    "merge its report too; if its check failed, its log says why"))
        .toList();
  }
}
