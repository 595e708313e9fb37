package io.plumbline.onprem.lower;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.diagnostic.SourceLine;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.model.BmcProtocol;
import io.plumbline.model.HostInstall.Way;
import io.plumbline.model.HostState;
import io.plumbline.model.Inventory;
import io.plumbline.model.InventoryHost;
import io.plumbline.model.RaidLevel;
import io.plumbline.onprem.Hall;
import io.plumbline.testkit.golden.Golden;
import io.plumbline.unit.DataSize;
import io.plumbline.value.Value;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What machines are installed with, which real programs read in {@code modules/e2e}. */
class InstallTextTest {
  private static final String PREFIX = "trainers/install/";

  private static ResourceGraph hall(Way way) {
    return Hall.graph(
        site ->
            site.bareMetalFleet(
                "trainers",
                f ->
                    f.inventory(
                            new Inventory(
                                "hall.csv",
                                List.of(
                                    host("gpu-1", 1, HostState.IN_SERVICE),
                                    host("gpu-2", 2, HostState.INSTALL),
                                    host("gpu-3", 3, HostState.SPARE))))
                        .bmc(BmcProtocol.REDFISH, b -> b.system("System_0"))
                        .release("2026.11", r -> r.kernel("6.8.0-50-generic"))
                        .install(
                            i -> {
                              i.server("http://198.18.9.1/install")
                                  .image("0f".repeat(32))
                                  .administrator("deploy", "ssh-ed25519 AAAA deploy@desk")
                                  .volume(
                                      "/",
                                      "ext4",
                                      DataSize.gib(200),
                                      RaidLevel.RAID1,
                                      "/dev/nvme0n1",
                                      "/dev/nvme1n1")
                                  .volume(
                                      "/var/lib/docker",
                                      "xfs",
                                      RaidLevel.RAID0,
                                      "/dev/nvme0n1",
                                      "/dev/nvme1n1")
                                  .volume("/scratch", "xfs", "/dev/nvme2n1");
                              if (way == Way.VIRTUAL_MEDIA) {
                                i.byVirtualMedia();
                              }
                            })));
  }

  private static InventoryHost host(String name, int number, HostState state) {
    return new InventoryHost(
        name,
        "198.18.0." + number,
        "SN-" + number,
        "a",
        number,
        "3c:ec:ef:00:00:0" + number,
        "198.18.1." + number,
        state,
        new SourceLine("hall.csv", number + 1));
  }

  @ParameterizedTest
  @EnumSource
  void isOfMachinesAloneThatTheInventoryMarks(Way way) {
    Map<String, String> files = new TreeMap<>();
    hall(way)
        .resources()
        .forEach(
            each -> {
              if (each.address().startsWith(PREFIX)) {
                files.put(each.address().substring(PREFIX.length()), content(each.attributes()));
              }
            });
    assertThat(files.keySet().stream().filter(name -> name.startsWith("nodes/")))
        .containsExactly("nodes/SN-2/meta-data", "nodes/SN-2/user-data", "nodes/SN-2/vendor-data");
    assertThat(files.values()).noneMatch(text -> text.contains("gpu-1") || text.contains("gpu-3"));
    files.remove("install.yml");
    files.forEach((name, text) -> Golden.check("install/" + way, name, text));
  }

  private static String content(Value.Obj said) {
    return ((Value.Text) said.get("content")).value();
  }

  @Test
  void isHeldAgainstDisksOfMachinesInService() {
    Value.Obj machine = hall(Way.NETWORK).get("trainers/gpu-1").attributes();
    assertThat(((Value.Sequence) machine.get("volumes")).items())
        .contains(
            Value.object(
                "path", Value.text("/var/lib/docker"),
                "type", Value.text("xfs"),
                "raid", Value.text("raid0"),
                "disks", Value.whole(2)));
    assertThat(
            content(hall(Way.NETWORK).get("trainers/file/etc/plumbline/watched.json").attributes()))
        .contains("\"/scratch\"");
  }
}
