package io.plumbline.drift;

import java.time.LocalDate;
import java.util.List;

/**
 * What of the findings of a check counts. A rule that has expired leaves nothing out; {@link
 * Judgement} tells of it, and of one that nothing needed.
 *
 * @param today the day by which rules expire
 */
public record Rules(
    List<IgnoreRule> ignored,
    List<Tolerance> tolerated,
    List<OutOfService> nodes,
    LocalDate today) {
  public Rules {
    ignored = List.copyOf(ignored);
    tolerated = List.copyOf(tolerated);
    nodes = List.copyOf(nodes);
  }

  /** Where every node is in service. */
  public Rules(List<IgnoreRule> ignored, List<Tolerance> tolerated, LocalDate today) {
    this(ignored, tolerated, List.of(), today);
  }

  /** No finding is left out. */
  public static Rules none(LocalDate today) {
    return new Rules(List.of(), List.of(), today);
  }

  /** The findings that no rule leaves out, and what the rules had to do. */
  Applied apply(List<TargetDrift> checked) {
    Excuses excuses = new Excuses(nodes, today, checked);
    Ignoring ignoring = new Ignoring(ignored, today);
    for (TargetDrift drift : checked) {
      excuses.left(drift).forEach(finding -> ignoring.judge(finding, drift));
    }
    Judgement judgement = new Judgement(ignoring.uses(), tolerated, excuses.uses());
    return new Applied(ignoring.kept(), ignoring.left(), judgement);
  }

  /**
   * What came of it.
   *
   * @param left how many findings ignore rules leave out
   */
  record Applied(List<Finding> kept, int left, Judgement judgement) {}
}
