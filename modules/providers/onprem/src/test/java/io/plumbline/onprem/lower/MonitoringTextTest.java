package io.plumbline.onprem.lower;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.graph.Resource;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.onprem.OnPremProvider;
import io.plumbline.testkit.RackFleet;
import io.plumbline.testkit.WatchedFleet;
import io.plumbline.testkit.golden.Golden;
import io.plumbline.value.JsonReader;
import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MonitoringTextTest {
  private static final ResourceGraph WATCHED =
      new OnPremProvider().lower(WatchedFleet.whole(), RackFleet.TARGET);

  @ParameterizedTest
  @ValueSource(
      strings = {"prometheus.yml", "rules/machines.yml", "targets/gpu.yml", "targets/node.yml"})
  void saysWhatTheStackSays(String file) throws Exception {
    Golden.check("prometheus", file, content("admin/file/etc/prometheus/" + file));
  }

  @Test
  void isTheSameForAPrometheusOfSomebodyElse() {
    ResourceGraph elsewhere =
        new OnPremProvider().lower(WatchedFleet.of((m, admin) -> {}), RackFleet.TARGET);
    Resource rules = elsewhere.get("metrics/file/rules/machines.yml");
    assertThat(rules.attributes().get("content"))
        .isEqualTo(Value.text(content("admin/file/etc/prometheus/rules/machines.yml")));
    assertThat(elsewhere.resources().stream().map(Resource::address))
        .noneMatch(address -> address.startsWith("admin/file/etc/prometheus"));
  }

  /** An alert on what is not exported never fires. */
  @Test
  void raisesAlarmsAboutWhatIsExportedAlone() {
    Pattern metric = Pattern.compile("DCGM_[A-Z_0-9]+");
    Set<String> used =
        metric
            .matcher(content("admin/file/etc/prometheus/rules/machines.yml"))
            .results()
            .map(found -> found.group())
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> exported =
        content("trainers/file" + GpuCounters.PATH)
            .lines()
            .map(line -> line.split(",", 2)[0])
            .collect(Collectors.toSet());
    assertThat(used).hasSizeGreaterThan(8).isSubsetOf(exported);
  }

  @Test
  void bringsPackagesFilesAndServicesOfToolsToTheMachines() {
    Obj host = WATCHED.get("trainers/n1").attributes();
    assertThat(((Obj) host.get("packages")).members())
        .containsEntry("prometheus-node-exporter", Value.text("1.5.0-1+b6"))
        .containsEntry("datacenter-gpu-manager-exporter", Value.text("4.1.3-1"))
        .containsEntry("libnvidia-container1", Value.text("1.17.8-1"))
        .containsEntry("containerd.io", Value.text("1.7.25-1"));
    assertThat(((Obj) host.get("services")).members())
        .containsKeys("nvidia-dcgm-exporter", "prometheus-node-exporter", "docker");
    assertThat(((Obj) host.get("files")).members())
        .containsKeys("/etc/nccl.conf", "/etc/docker/daemon.json", GpuCounters.PATH);
    assertThat(content("trainers/file/etc/docker/daemon.json"))
        .contains("\"live-restore\": true", "nvidia-container-runtime");
    assertThat(content("trainers/file/etc/nccl.conf")).contains("\nNCCL_IB_HCA=mlx5\n");
  }

  /** Targets are not among them: Prometheus looks for those by itself. */
  @Test
  void asksMachinesWhetherServicesReloadedTheirFiles() {
    Obj admin = (Obj) JsonReader.read(content("admin/file/etc/plumbline/watched.json"));
    assertThat(admin.get("reloads"))
        .isEqualTo(
            Value.object(
                "prometheus",
                Value.texts(
                    List.of(
                        "/etc/prometheus/prometheus.yml", "/etc/prometheus/rules/machines.yml"))));
    Obj trainers = (Obj) JsonReader.read(content("trainers/file/etc/plumbline/watched.json"));
    assertThat(trainers.get("reloads"))
        .isEqualTo(Value.object("docker", Value.texts(List.of("/etc/docker/daemon.json"))));
  }

  private static String content(String address) {
    return ((Value.Text) WATCHED.get(address).attributes().get("content")).value();
  }

  @Test
  void takesNoErrorOfAnApplicationForOneOfAMachine() {
    assertThat(Xids.harmless()).contains(13L, 31L, 43L, 45L, 94L).doesNotContain(48L, 63L, 79L);
    List<Long> critical =
        Xids.groups().stream()
            .filter(group -> group.severity() == Xids.Severity.CRITICAL)
            .flatMap(group -> group.codes().stream())
            .toList();
    assertThat(critical)
        .contains(48L, 54L, 64L, 74L, 79L, 95L, 119L, 120L, 140L, 143L, 158L)
        .doesNotContain(13L, 63L);
    assertThat(Xids.ALL).hasSize(172);
    assertThat(Xids.groups()).allSatisfy(group -> assertThat(group.action()).isNotBlank());
  }
}
