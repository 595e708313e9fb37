package io.plumbline.rule;

import java.util.List;
import java.util.Locale;

/** Times as cron writes them: minute, hour, day of the month, month, day of the week. */
final class Cron {
  private static final List<String> MONTHS =
      List.of("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC");
  private static final List<String> DAYS = List.of("SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT");

  private Cron() {}

  /** Whether these are times. */
  static boolean isValid(String text) {
    String[] fields = text.strip().split("\\s+", -1);
    return fields.length == 5
        && isField(fields[0], 0, 59, List.of())
        && isField(fields[1], 0, 23, List.of())
        && isField(fields[2], 1, 31, List.of())
        && isField(fields[3], 1, 12, MONTHS)
        && isField(fields[4], 0, 7, DAYS);
  }

  private static boolean isField(String field, int least, int most, List<String> names) {
    for (String each : field.split(",", -1)) {
      String[] stepped = each.split("/", 2);
      if (stepped.length == 2 && !isNumber(stepped[1], 1, most)) {
        return false;
      }
      if (!stepped[0].equals("*") && !isRange(stepped[0], least, most, names)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isRange(String range, int least, int most, List<String> names) {
    for (String end : range.split("-", 2)) {
      if (!isNumber(end, least, most) && !names.contains(end.toUpperCase(Locale.ROOT))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isNumber(String text, int least, int most) {
    return text.matches("[0-9]{1,2}")
        && Integer.parseInt(text) >= least
        && Integer.parseInt(text) <= most;
  }
}
