package io.plumbline.drift;

import io.plumbline.kind.Members;
import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import io.plumbline.value.Value.Sequence;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes out of findings what is about nodes out of service alone: the node itself, where no pool
 * has it any more; its part in what a pool's nodes are amiss in; and a pool's count, if it is short
 * by no more nodes than are known to be out.
 */
final class Excuses {
  private final List<OutOfService> nodes;
  private final LocalDate today;
  private final int[] covered;
  private final boolean[] seen;
  private final boolean[] wanted;
  private final List<NodeHomes> homes;

  Excuses(List<OutOfService> nodes, LocalDate today, List<TargetDrift> checked) {
    this.nodes = nodes;
    this.today = today;
    this.covered = new int[nodes.size()];
    this.seen = new boolean[nodes.size()];
    this.wanted = new boolean[nodes.size()];
    this.homes = nodes.stream().map(node -> NodeHomes.of(node, checked)).toList();
  }

  List<OutOfServiceUse> uses() {
    List<OutOfServiceUse> uses = new ArrayList<>();
    for (int i = 0; i < covered.length; i++) {
      OutOfService node = nodes.get(i);
      uses.add(
          new OutOfServiceUse(
              node, node.hasExpired(today), covered[i], seen[i], homes.get(i).names(), wanted[i]));
    }
    return uses;
  }

  /** What is left of a target's findings. */
  List<Finding> left(TargetDrift drift) {
    lookForThoseAtRest(drift);
    List<Finding> left = new ArrayList<>();
    for (Finding finding : drift.findings()) {
      keep(finding, drift, left);
    }
    return left;
  }

  /** What was folded into a finding of which nothing is left stands for itself. */
  private void keep(Finding finding, TargetDrift drift, List<Finding> left) {
    Finding rest = rest(finding, drift);
    if (rest != null) {
      left.add(rest);
    } else {
      drift.foldedInto(finding).forEach(each -> keep(each, drift, left));
    }
  }

  private void lookForThoseAtRest(TargetDrift drift) {
    drift
        .observation()
        .found()
        .forEach(
            (address, pool) -> {
              for (int i = 0; i < seen.length; i++) {
                seen[i] |= isHere(i, drift) && NodeHomes.isAtRest(nodes.get(i), pool);
              }
            });
  }

  private boolean isHere(int i, TargetDrift drift) {
    return nodes.get(i).isAt(drift.expectation().target());
  }

  /** Null where nothing is left. */
  private @Nullable Finding rest(Finding finding, TargetDrift drift) {
    Finding rest = finding;
    for (int i = 0; i < covered.length && rest != null; i++) {
      OutOfService node = nodes.get(i);
      if (isHere(i, drift)) {
        Finding without = without(node, rest, drift);
        covered[i] += without == null || !without.equals(rest) ? 1 : 0;
        rest = node.hasExpired(today) ? rest : without;
      }
    }
    return rest instanceof Finding.Changed changed && isExplained(changed, drift) ? null : rest;
  }

  private static @Nullable Finding without(OutOfService node, Finding finding, TargetDrift drift) {
    return switch (finding) {
      case Finding.Unmanaged f -> node.node().equals(f.subject().liveId()) ? null : f;
      case Finding.Duplicate f -> node.node().equals(f.subject().liveId()) ? null : f;
      case Finding.Changed f -> isMade(node, f, drift) ? without(node, f) : f;
      case Finding.Missing f -> f;
      case Finding.Undetermined f -> f;
    };
  }

  private static boolean isMade(OutOfService node, Finding.Changed finding, TargetDrift drift) {
    String maker = String.valueOf(finding.subject().address());
    return drift.observation().made().getOrDefault(maker, List.of()).stream()
        .anyMatch(made -> made.liveId().equals(node.node()));
  }

  private static Finding.@Nullable Changed without(OutOfService node, Finding.Changed finding) {
    if (!(finding.observed() instanceof Sequence things)) {
      return finding;
    }
    Value id = Value.text(node.node());
    List<Value> others =
        things.items().stream()
            .filter(each -> !(each instanceof Obj thing && thing.get("id").equals(id)))
            .toList();
    return others.isEmpty()
        ? null
        : others.size() == things.items().size()
            ? finding
            : new Finding.Changed(
                finding.subject(),
                finding.attribute(),
                finding.desired(),
                Value.list(others),
                finding.replaces(),
                finding.byHand(),
                finding.follows());
  }

  /** Whether a pool is short by no more nodes than are out of service, each counted as such. */
  private boolean isExplained(Finding.Changed finding, TargetDrift drift) {
    Observed pool = drift.observation().found().get(String.valueOf(finding.subject().address()));
    Members members = pool == null ? null : pool.resource().kind().members();
    if (pool == null
        || members == null
        || !members.counts().contains(finding.attribute())
        || !(finding.desired() instanceof Value.Int due)
        || !(finding.observed() instanceof Value.Int there)) {
      return false;
    }
    long missing = due.value() - there.value();
    List<Integer> able = ableToExplain(pool, drift);
    List<Integer> out = able.stream().filter(i -> homes.get(i).isOne()).toList();
    if (missing < 1 || missing > out.size()) {
      able.forEach(i -> wanted[i] |= missing > 0);
      return false;
    }
    for (int i : out.subList(0, (int) missing)) {
      covered[i]++;
      wanted[i] = true;
    }
    return out.stream().filter(i -> !nodes.get(i).hasExpired(today)).count() >= missing;
  }

  /** Nodes put aside in this pool, or said to be of it and no more in it. */
  private List<Integer> ableToExplain(Observed pool, TargetDrift drift) {
    List<Integer> able = new ArrayList<>();
    for (int i = 0; i < covered.length; i++) {
      boolean works =
          NodeHomes.state(nodes.get(i), pool) != null && !NodeHomes.isAtRest(nodes.get(i), pool);
      if (!works && homes.get(i).have(pool.resource().address(), drift)) {
        able.add(i);
      }
    }
    return able;
  }
}
