package io.plumbline.onprem.lower;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.diagnostic.Diagnostic;
import io.plumbline.graph.Resource;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.model.Design;
import io.plumbline.model.HostState;
import io.plumbline.model.Inventory;
import io.plumbline.model.InventoryHost;
import io.plumbline.onprem.Hall;
import io.plumbline.onprem.OnPremProvider;
import io.plumbline.rule.DesignChecks;
import io.plumbline.rule.Problems;
import io.plumbline.testkit.Describing;
import io.plumbline.value.Value;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlurmTextTest {
  private static final Path GOLDEN = Path.of("src", "test", "resources", "golden", "slurm");
  private static final ResourceGraph HALL =
      Hall.graph(site -> Hall.describe(site, Hall.inventory(4)));

  @ParameterizedTest
  @ValueSource(strings = {"slurm.conf", "gres.conf", "cgroup.conf", "topology.conf"})
  void saysWhatTheStackSays(String file) throws Exception {
    Resource written = HALL.get("trainers/file/etc/slurm/" + file);
    String content = ((Value.Text) written.attributes().get("content")).value();
    Path golden = GOLDEN.resolve(file);
    if (System.getProperty("golden.update") != null) {
      Files.createDirectories(GOLDEN);
      Files.writeString(golden, content);
    }
    assertThat(content).isEqualTo(Files.readString(golden));
  }

  /** Everything else that it knows: packages, a key, NVML, accounting and its QOS. */
  private static final ResourceGraph ACCOUNTED =
      Hall.graph(
          site ->
              Hall.describe(
                  site,
                  Hall.inventory(2),
                  (slurm, trainers) ->
                      slurm
                          .packages("22.05.8-4+deb12u3", "0.5.15-2")
                          .mungeKey("MUNGE_KEY_FILE")
                          .gpusByNvml()
                          .accounting("dbd.example.com")
                          .qos("scrap", q -> {})
                          .qos(
                              "urgent",
                              q ->
                                  q.priority(100)
                                      .preempts("scrap")
                                      .gpusPerUser(16)
                                      .longest(Duration.ofHours(36)))
                          .partition("train", p -> p.of(trainers).qos("urgent", "scrap"))));

  @Test
  void saysWhoGivesWayByQualitiesOfService() {
    String text = content(ACCOUNTED, "trainers/file/etc/slurm/slurm.conf");
    assertThat(text)
        .contains(
            "\nAccountingStorageHost=dbd.example.com\n",
            "\nAccountingStorageEnforce=associations,limits,qos\n",
            "\nPreemptType=preempt/qos\nPreemptMode=REQUEUE\n",
            " PriorityTier=1 AllowQos=urgent,scrap State=UP\n")
        .doesNotContain("preempt/partition_prio");
    assertThat(content(ACCOUNTED, "trainers/file/etc/slurm/gres.conf"))
        .endsWith(".\nAutoDetect=nvml\n")
        .doesNotContain("NodeName");
  }

  @Test
  void bringsToEachMachineItsOwnPart() {
    Value.Obj controller = ACCOUNTED.get("controller/ctl").attributes();
    assertThat(controller.get("packages"))
        .isEqualTo(
            Value.object(
                "munge", Value.text("0.5.15-2"),
                "slurm-client", Value.text("22.05.8-4+deb12u3"),
                "slurmctld", Value.text("22.05.8-4+deb12u3")));
    assertThat(controller.get("qos"))
        .isEqualTo(
            Value.object(
                "scrap", Value.text("Priority=0 Preempt= MaxTRESPerUser= MaxWall="),
                "urgent",
                    Value.text(
                        "Priority=100 Preempt=scrap MaxTRESPerUser=gres/gpu=16"
                            + " MaxWall=1-12:00:00")));
    Value.Obj node = ACCOUNTED.get("trainers/gpu-1").attributes();
    assertThat(node.get("slurmParts")).isEqualTo(Value.texts(List.of("node")));
    assertThat(((Value.Obj) node.get("packages")).members())
        .containsEntry("slurmd", Value.text("22.05.8-4+deb12u3"));
    assertThat(node.has("qos")).isFalse();
    assertThat(node.get("secretFiles"))
        .isEqualTo(Value.object("/etc/munge/munge.key", Value.text("munge:munge 0400")));
  }

  private static String content(ResourceGraph graph, String address) {
    return ((Value.Text) graph.get(address).attributes().get("content")).value();
  }

  @Test
  void isTheSameOnAllMachines() {
    assertThat(HALL.get("controller/file/etc/slurm/slurm.conf").attributes().get("content"))
        .isEqualTo(HALL.get("trainers/file/etc/slurm/slurm.conf").attributes().get("content"));
  }

  /** Who goes into repair changes nobody's files; its controller takes it out of work. */
  @Test
  void aMachineInRepairStaysConfigured() {
    ResourceGraph repair = Hall.graph(site -> Hall.describe(site, inventory(HostState.IN_REPAIR)));
    for (Resource each : HALL.resources()) {
      if (each.address().contains("/file/")) {
        assertThat(repair.get(each.address()).attributes()).isEqualTo(each.attributes());
      }
    }
    assertThat(repair.get("controller/ctl").attributes().get("slurmResting"))
        .isEqualTo(Value.texts(List.of("gpu-4")));
    assertThat(repair.get("slurm/gpu-4/repair").attributes().get("state"))
        .isEqualTo(Value.text("drained"));
    assertThat(repair.resting())
        .containsOnlyKeys("trainers/gpu-4", "trainers/gpu-4/bmc", "slurm/gpu-4");
    assertThat(repair.resting().keySet()).allMatch(address -> repair.find(address) == null);
  }

  /** Its cluster stays as it is, and nobody is asked about nodes. */
  @Test
  void aControllerInRepairStaysConfigured() {
    Design design =
        Describing.on(
            Describing.DATA_CENTRE,
            site ->
                Hall.describe(
                    site,
                    Hall.inventory(4),
                    HostState.IN_REPAIR,
                    (slurm, trainers) -> slurm.partition("train", p -> p.of(trainers))));
    Problems problems = new Problems();
    DesignChecks.run(design, problems);
    assertThat(problems.all()).filteredOn(Diagnostic::isError).isEmpty();
    ResourceGraph repair = new OnPremProvider().lower(design, Hall.TARGET);
    assertThat(content(repair, "trainers/file/etc/slurm/slurm.conf"))
        .contains("SlurmctldHost=ctl(198.18.0.2)\n");
    assertThat(repair.resting()).containsKey("controller/ctl");
    assertThat(repair.find("controller/ctl")).isNull();
    assertThat(repair.find("slurm/gpu-1")).isNull();
    for (Resource each : repair.resources()) {
      assertThat(ResourceGraph.needs(each)).allMatch(address -> repair.find(address) != null);
    }
  }

  @Test
  void aSpareMachineIsNotConfigured() {
    ResourceGraph spare = Hall.graph(site -> Hall.describe(site, inventory(HostState.SPARE)));
    assertThat(content(spare, "trainers/file/etc/slurm/slurm.conf")).doesNotContain("gpu-4");
    assertThat(spare.resting()).isEmpty();
  }

  private static Inventory inventory(HostState last) {
    List<InventoryHost> hosts = new ArrayList<>(Hall.inventory(4).hosts());
    InventoryHost four = hosts.removeLast();
    hosts.add(
        new InventoryHost(
            four.name(),
            four.address(),
            four.serial(),
            four.rack(),
            four.slot(),
            four.mac(),
            four.bmc(),
            last,
            four.source()));
    return new Inventory("racks.csv", hosts);
  }
}
