package io.plumbline.run;

import io.plumbline.spi.Arrivals;
import io.plumbline.spi.Engine.Progress;
import io.plumbline.spi.Shortage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Looks, after a deploy, whether the nodes have come that were asked for. An engine is done once
 * the groups are there; that a group cannot get its nodes is told by the provider a little later.
 */
public final class Capacity {
  private static final Duration PAUSE = Duration.ofSeconds(5);
  private static final int LOOKS = 12;

  private final Live live;
  private final Progress progress;

  Capacity(Live live, Progress progress) {
    this.live = live;
    this.progress = progress;
  }

  /** What has come, and what not; waits a minute for what may still be on its way. */
  public Arrivals arrivals(List<TargetPlan> deployed) {
    List<Shortage> shortages = new ArrayList<>();
    List<String> unreadable = new ArrayList<>();
    boolean awaited = false;
    for (TargetPlan each : deployed) {
      Arrivals seen = arrivals(each);
      shortages.addAll(seen.shortages());
      unreadable.addAll(seen.unreadable());
      awaited |= seen.awaited();
    }
    return new Arrivals(shortages, awaited, unreadable);
  }

  private Arrivals arrivals(TargetPlan deployed) {
    Arrivals seen = live.arrivals(deployed.target(), deployed.workspace().graph());
    for (int look = 1; look < LOOKS && seen.awaited() && pause(deployed); look++) {
      seen = live.arrivals(deployed.target(), deployed.workspace().graph());
    }
    return seen;
  }

  private boolean pause(TargetPlan deployed) {
    progress.say(deployed.target() + ": waiting for nodes");
    try {
      Thread.sleep(PAUSE);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
