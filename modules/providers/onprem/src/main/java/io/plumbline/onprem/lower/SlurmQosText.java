package io.plumbline.onprem.lower;

import io.plumbline.model.SlurmQos;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Qualities of service in the words of sacctmgr (Slurm 22.05, sacctmgr(1)), as it says them: what
 * is not set has nothing behind its name. The script on machines writes the same.
 */
final class SlurmQosText {
  private SlurmQosText() {}

  /** By name: {@code "Priority=100 Preempt=scrap MaxTRESPerUser=gres/gpu=16 MaxWall=02:00:00"}. */
  static Map<String, String> all(List<SlurmQos> qos) {
    Map<String, String> all = new LinkedHashMap<>();
    qos.forEach(each -> all.put(each.name(), text(each)));
    return all;
  }

  private static String text(SlurmQos qos) {
    return "Priority="
        + qos.priority()
        + " Preempt="
        + qos.preempts().stream().sorted().collect(Collectors.joining(","))
        + " MaxTRESPerUser="
        + (qos.gpusPerUser() == null ? "" : "gres/gpu=" + qos.gpusPerUser())
        + " MaxWall="
        + time(qos.longest());
  }

  private static String time(@Nullable Duration longest) {
    if (longest == null) {
      return "";
    }
    String clock =
        "%02d:%02d:%02d"
            .formatted(longest.toHoursPart(), longest.toMinutesPart(), longest.toSecondsPart());
    return longest.toDays() == 0 ? clock : longest.toDays() + "-" + clock;
  }
}
