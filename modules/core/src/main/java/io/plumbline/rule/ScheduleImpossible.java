package io.plumbline.rule;

import io.plumbline.model.Design;
import io.plumbline.model.GpuPool;
import io.plumbline.model.Scaling;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;

/** A schedule at no time, between no ends, or at the time of another one. */
final class ScheduleImpossible implements Check<Design> {
  private static final Rule RULE =
      Rule.error(
          "PLB-SCALE-005",
          "schedule impossible",
          "Providers refuse times that are none and ends that are turned round; of two schedules at"
              + " the same time nobody knows which one holds.",
          "Amazon EC2 Auto Scaling API Reference, PutScheduledUpdateGroupAction: Recurrence,"
              + " TimeZone",
          "write minute, hour, day, month and weekday, a zone such as Europe/Berlin, and 0 <= min"
              + " <= max, each time once");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(Design design, Problems problems) {
    for (GpuPool pool : design.all(GpuPool.class)) {
      if (pool.elasticity().scaling() != null) {
        check(pool, pool.elasticity().scaling(), problems);
      }
    }
  }

  private static void check(GpuPool pool, Scaling scaling, Problems problems) {
    Map<String, String> times = new HashMap<>();
    for (Scaling.Schedule schedule : scaling.schedules()) {
      String who = "schedule \"" + schedule.id() + "\": ";
      if (!Cron.isValid(schedule.cron())) {
        problems.report(
            RULE,
            pool,
            who + "got \"" + schedule.cron() + "\"; allowed is such as \"0 20 * * 1-5\"");
      }
      if (schedule.zone() != null && !ZoneId.getAvailableZoneIds().contains(schedule.zone())) {
        problems.report(
            RULE,
            pool,
            who + "got the zone \"" + schedule.zone() + "\"; allowed is such as \"Europe/Berlin\"");
      }
      if (schedule.min() < 0 || schedule.max() < schedule.min()) {
        problems.report(
            RULE,
            pool,
            who
                + "got "
                + schedule.min()
                + " to "
                + schedule.max()
                + "; allowed is 0 <= min <= max");
      }
      String other = times.putIfAbsent(schedule.cron() + " " + schedule.zone(), schedule.id());
      if (other != null) {
        problems.report(
            RULE, pool, who + "got the time of \"" + other + "\"; allowed is another time");
      }
    }
  }
}
