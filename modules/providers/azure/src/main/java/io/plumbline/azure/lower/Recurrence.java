package io.plumbline.azure.lower;

import static java.util.Objects.requireNonNullElse;

import io.plumbline.model.Scaling;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * When a profile begins, week by week.
 *
 * @param zone as Windows calls it, which Azure does too
 */
record Recurrence(String zone, List<String> days, int hour, int minute) {
  /** Unicode CLDR, windowsZones. */
  private static final Map<String, String> ZONES =
      Map.of(
          "UTC", "UTC",
          "America/Chicago", "Central Standard Time",
          "America/Los_Angeles", "Pacific Standard Time",
          "America/New_York", "Eastern Standard Time",
          "Asia/Tokyo", "Tokyo Standard Time",
          "Europe/Berlin", "W. Europe Standard Time",
          "Europe/London", "GMT Standard Time",
          "Europe/Paris", "Romance Standard Time");

  private static final List<String> DAYS =
      List.of("Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday");

  private static final Pattern WEEKLY =
      Pattern.compile("([0-9]{1,2}) ([0-9]{1,2}) \\* \\* (\\*|[0-7](-[0-7])?)");

  /** Null where Azure cannot say it. */
  static @Nullable Recurrence of(Scaling.Schedule schedule) {
    Matcher weekly = WEEKLY.matcher(schedule.cron().strip());
    String zone = ZONES.get(requireNonNullElse(schedule.zone(), "UTC"));
    if (!weekly.matches() || zone == null) {
      return null;
    }
    return new Recurrence(
        zone,
        days(weekly.group(3)),
        Integer.parseInt(weekly.group(2)),
        Integer.parseInt(weekly.group(1)));
  }

  private static List<String> days(String field) {
    if (field.equals("*")) {
      return DAYS;
    }
    String[] ends = field.split("-", 2);
    int from = Integer.parseInt(ends[0]);
    int to = Integer.parseInt(ends[ends.length - 1]);
    List<String> days = new ArrayList<>();
    for (int day = from; day <= to; day++) {
      days.add(DAYS.get(day % 7));
    }
    return days;
  }
}
