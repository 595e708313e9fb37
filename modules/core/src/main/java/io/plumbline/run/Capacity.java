package io.plumbline.run;

import io.plumbline.spi.Arrivals;
import io.plumbline.spi.Arrivals.Awaited;
import io.plumbline.spi.Engine.Progress;
import io.plumbline.spi.Shortage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Looks, after a deploy, whether the nodes have come that were asked for. An engine is done once
 * the groups are there; that a group cannot get its nodes is told by the provider a little later.
 */
public final class Capacity {
  private static final Duration PAUSE = Duration.ofSeconds(5);

  /** For nodes of which the provider has said nothing yet. */
  private static final Duration FIRST_WORD = Duration.ofMinutes(1);

  private final Live live;
  private final Progress progress;

  Capacity(Live live, Progress progress) {
    this.live = live;
    this.progress = progress;
  }

  /**
   * What has come, and what not. Waits a minute for nodes of which nothing is known, and for those
   * that are starting as long as their groups give them.
   */
  public Arrivals arrivals(List<TargetPlan> deployed) {
    List<Shortage> shortages = new ArrayList<>();
    List<Awaited> awaited = new ArrayList<>();
    List<String> unreadable = new ArrayList<>();
    for (TargetPlan each : deployed) {
      Arrivals seen =
          settled(
              () -> live.arrivals(each.target(), each.workspace().graph()),
              waiting -> pause(each, waiting));
      shortages.addAll(seen.shortages());
      awaited.addAll(seen.awaited());
      unreadable.addAll(seen.unreadable());
    }
    return new Arrivals(shortages, awaited, unreadable);
  }

  /**
   * Looks until nothing is awaited any more, or has been for long enough.
   *
   * @param pause takes {@link #PAUSE}; false where there is no more waiting
   */
  static Arrivals settled(Supplier<Arrivals> look, Predicate<Arrivals> pause) {
    Arrivals seen = look.get();
    Duration waited = Duration.ZERO;
    while (waited.compareTo(patience(seen)) < 0 && pause.test(seen)) {
      waited = waited.plus(PAUSE);
      seen = look.get();
    }
    return seen;
  }

  private static Duration patience(Arrivals seen) {
    return seen.awaited().stream()
        .map(each -> each.starting() > 0 ? each.within() : FIRST_WORD)
        .max(Comparator.naturalOrder())
        .orElse(Duration.ZERO);
  }

  private boolean pause(TargetPlan deployed, Arrivals seen) {
    long starting = seen.awaited().stream().mapToLong(Awaited::starting).sum();
    progress.say(
        deployed.target()
            + ": waiting for nodes"
            + (starting == 0 ? "" : ", " + starting + " starting"));
    try {
      Thread.sleep(PAUSE);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
