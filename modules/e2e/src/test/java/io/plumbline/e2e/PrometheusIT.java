package io.plumbline.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.ansible.AnsibleFormat;
import io.plumbline.onprem.OnPremProvider;
import io.plumbline.spi.Format.Artefact;
import io.plumbline.testkit.RackFleet;
import io.plumbline.testkit.WatchedFleet;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Prometheus's own program makes of its files. */
class PrometheusIT {
  private static final Path TESTS = Path.of("src/test/resources/prometheus/alerts.test.yml");

  @TempDir Path folder;

  @BeforeEach
  void write() throws IOException {
    Map<String, Artefact> files =
        new AnsibleFormat()
            .render(
                new OnPremProvider().lower(WatchedFleet.of((m, admin) -> {}), RackFleet.TARGET),
                RackFleet.TARGET);
    for (Map.Entry<String, Artefact> each : files.entrySet()) {
      if (each.getKey().startsWith("site/metrics/")) {
        Path file = folder.resolve(each.getKey().substring("site/metrics/".length()));
        Files.createDirectories(file.getParent());
        try (OutputStream out = Files.newOutputStream(file)) {
          each.getValue().writeTo(out);
        }
      }
    }
  }

  @Test
  void areTakenWithTheMachinesThatTheyName() {
    assertThat(RealPrograms.promtool(folder, "check", "config", "prometheus.yml"))
        .contains("is valid prometheus config file syntax", "SUCCESS: 28 rules found");
    assertThat(RealPrograms.promtool(folder, "check", "service-discovery", "prometheus.yml", "gpu"))
        .contains("198.18.0.1:9400", "\"rack\": \"r1\"", "\"fleet\": \"trainers\"")
        .doesNotContain("198.18.0.3");
  }

  @Test
  void raiseEachAlarmWhenTheyShouldAndNotBefore() throws IOException {
    Files.copy(TESTS, folder.resolve("alerts.test.yml"));
    assertThat(RealPrograms.promtool(folder, "test", "rules", "alerts.test.yml"))
        .contains("SUCCESS");

    String tests = Files.readString(TESTS);
    Set<String> alerts =
        names("alert: (\\w+)", Files.readString(folder.resolve("rules/machines.yml")));
    assertThat(names("alertname: (\\w+)\\s+exp_alerts:\\n", tests)).isEqualTo(alerts);
    assertThat(names("alertname: (\\w+)\\s+exp_alerts: \\[\\]", tests)).isEqualTo(alerts);
  }

  private static Set<String> names(String pattern, String text) {
    return Pattern.compile(pattern)
        .matcher(text)
        .results()
        .map(found -> found.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
