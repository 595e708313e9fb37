package io.plumbline.drift;

import io.plumbline.kind.Dialect;
import io.plumbline.spi.LiveSource;
import io.plumbline.spi.Provider;

/**
 * Checks one target: reads, compares, and says what is amiss. {@link DriftReport#of} makes one
 * report of several.
 */
public final class DriftCheck {
  private final Observer observer;
  private final Dialect api;
  private final boolean strict;
  private final Baseline baseline;
  private final boolean keeps;

  /**
   * A check by the kinds of one provider.
   *
   * @param strict whether what the design does not say, and what nobody can read, counts too
   */
  public DriftCheck(Provider provider, LiveSource source, boolean strict) {
    this(provider, source, strict, Baseline.NONE, false);
  }

  /**
   * The same, with what stood there before.
   *
   * @param baseline of all targets; each is held against its part
   * @param keeps whether a new baseline is to be written from it
   */
  public DriftCheck(
      Provider provider, LiveSource source, boolean strict, Baseline baseline, boolean keeps) {
    this.baseline = baseline;
    this.keeps = keeps;
    this.observer = new Observer(provider, source);
    this.api = provider.api();
    this.strict = strict;
  }

  /** Checks what refers to nothing at other sites. */
  public TargetDrift run(Expectation asked) {
    return run(asked, Observation.NONE);
  }

  /**
   * Reads and compares.
   *
   * @param elsewhere what the graph refers to at other sites, as it was found there
   */
  public TargetDrift run(Expectation asked, Observation elsewhere) {
    Expectation expected = asked.withGraph(RawOverlay.of(asked.graph(), asked.engine()));
    Observation observation = observer.observe(expected).and(elsewhere);
    Findings findings =
        new Findings(expected, observation, api, strict, baseline.of(expected.target()), keeps);
    return new TargetDrift(
        expected,
        observation,
        findings.all(),
        findings.folded(),
        PendingChanges.between(asked.target(), asked.graph(), asked.today()),
        findings.coverage(),
        findings.kept().entries(expected.target()),
        findings.kept().stale(expected.graph()));
  }
}
