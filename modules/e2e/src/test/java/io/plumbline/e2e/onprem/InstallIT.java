package io.plumbline.e2e.onprem;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.diagnostic.SourceLine;
import io.plumbline.files.Digest;
import io.plumbline.graph.Resource;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.model.HostInstall.Way;
import io.plumbline.model.HostState;
import io.plumbline.model.Inventory;
import io.plumbline.model.InventoryHost;
import io.plumbline.model.RaidLevel;
import io.plumbline.model.Site;
import io.plumbline.model.Target;
import io.plumbline.onprem.OnPremProvider;
import io.plumbline.testkit.Describing;
import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What machines are installed with, in the hands of the programs that it is for. */
class InstallIT {
  private static final String DRIVE = "/redfish/v1/Managers/1/VirtualMedia/2";

  @TempDir static Path folder;

  private static Controllers controllers;

  @BeforeAll
  static void mountThem() throws Exception {
    controllers = new Controllers(folder);
  }

  @AfterAll
  static void end() throws Exception {
    controllers.close();
  }

  @BeforeEach
  void forgetWhatWasDone() {
    controllers.reset(Controllers.FIRST);
    controllers.reset(Controllers.SECOND);
  }

  @ParameterizedTest
  @EnumSource
  void isUnderstoodByWhoReadsIt(Way way) throws Exception {
    Path files = write(way, "0f".repeat(32));
    succeeds(files, "cloud-init", "schema", "--config-file", "nodes/SN-127.0.77.1/user-data");
    succeeds(files, "shellcheck", "prepare");
    succeeds(files, "ansible-lint", "--offline", "--profile", "production", "install.yml");
    if (way == Way.NETWORK) {
      succeeds(files, "dnsmasq", "--test", "--conf-file=" + files.resolve("dnsmasq.conf"));
    }
  }

  /** An image as small as it can be, with what Ubuntu's has at these places. */
  @Test
  void makesOfTheImageWhatMachinesStartFrom() throws Exception {
    Path source = Files.createDirectories(folder.resolve("source"));
    for (String name : List.of("casper/vmlinuz", "casper/initrd", "boot/grub/grub.cfg")) {
      Files.createDirectories(source.resolve(name).getParent());
      Files.writeString(source.resolve(name), "Ubuntu's own " + name);
    }
    Path image = folder.resolve("ubuntu server.iso");
    succeeds(folder, "xorriso", "-as", "mkisofs", "-quiet", "-r", "-o", image.toString(), "source");

    Path files = write(Way.VIRTUAL_MEDIA, Digest.of(image));
    succeeds(files, "sh", "prepare", image.toString());
    succeeds(
        files,
        "xorriso",
        "-osirrox",
        "on",
        "-indev",
        "install.iso",
        "-extract",
        "/boot/grub/grub.cfg",
        "told",
        "-extract",
        "/casper/vmlinuz",
        "kernel");
    assertThat(files.resolve("told")).hasSameTextualContentAs(files.resolve("grub.cfg"));
    assertThat(files.resolve("kernel")).hasContent("Ubuntu's own casper/vmlinuz");

    Path others = write(Way.NETWORK, Digest.of(image));
    succeeds(others, "sh", "prepare", image.toString());
    assertThat(others.resolve("casper/initrd")).hasContent("Ubuntu's own casper/initrd");
    assertThat(run(write(Way.NETWORK, "0f".repeat(32)), "sh", "prepare", image.toString()))
        .as("another image than the tested one")
        .isNotZero();
  }

  @Test
  void doesNothingToAMachineThatNobodyAskedFor() throws Exception {
    Path files = write(Way.VIRTUAL_MEDIA, "0f".repeat(32));
    String before = controllers.read(Controllers.FIRST).toString();
    assertThat(play(files, "--check", "--extra-vars", "install_only=n1")).isZero();
    assertThat(play(files)).isZero();
    assertThat(play(files, "--extra-vars", "install_only=n2")).isZero();
    assertThat(controllers.read(Controllers.FIRST).toString()).isEqualTo(before);
    assertThat(Files.readString(files.resolve("inventory.yaml"))).doesNotContain("n2");
  }

  @Test
  void startsTheInstallerOfOneMachineOnce() throws Exception {
    Path files = write(Way.VIRTUAL_MEDIA, "0f".repeat(32));
    String other = controllers.read(Controllers.SECOND).toString();
    succeeds(files, playbook("--extra-vars", "install_only=n1"));

    Obj state = controllers.read(Controllers.FIRST);
    Obj resources = (Obj) state.get("resources");
    Obj drive = (Obj) resources.get(DRIVE);
    assertThat(drive.get("Inserted")).isEqualTo(Value.flag(true));
    assertThat(drive.get("Image"))
        .isEqualTo(Value.text("http://198.18.9.1/install/trainers/install.iso"));
    Obj boot = (Obj) ((Obj) resources.get(Controllers.SYSTEM)).get("Boot");
    assertThat(boot.get("BootSourceOverrideEnabled")).isEqualTo(Value.text("Once"));
    assertThat(boot.get("BootSourceOverrideTarget")).isEqualTo(Value.text("Cd"));
    assertThat(state.get("resets")).isEqualTo(Value.texts(List.of("ForceRestart")));
    assertThat(controllers.read(Controllers.SECOND).toString()).isEqualTo(other);
  }

  /** Somebody swapped two machines, or wrote a wrong address into the inventory. */
  @Test
  void leavesAMachineAloneThatIsAnother() throws Exception {
    Path files = write(Way.NETWORK, "0f".repeat(32));
    controllers.change(
        Controllers.FIRST, Controllers.SYSTEM, "SerialNumber", Value.text("SN-another"));
    assertThat(play(files, "--extra-vars", "install_only=n1")).isNotZero();
    assertThat(controllers.read(Controllers.FIRST).has("resets")).isFalse();
  }

  private static Path write(Way way, String image) throws IOException {
    Path site = Files.createTempDirectory(folder, "site");
    for (Resource each : graph(way, image).resources()) {
      if (each.kind().id().equals("site-file")) {
        Path file = site.resolve(text(each, "path"));
        Files.createDirectories(file.getParent());
        Files.writeString(file, text(each, "content"));
      }
    }
    return site.resolve("install/trainers");
  }

  private static String text(Resource resource, String attribute) {
    return ((Value.Text) resource.attributes().get(attribute)).value();
  }

  private static ResourceGraph graph(Way way, String image) {
    Site site = new Site("hall", "onprem", "ansible", controllers.settings(), null);
    Inventory inventory =
        new Inventory(
            "hall.csv",
            List.of(
                row("n1", 1, Controllers.FIRST, HostState.INSTALL),
                row("n2", 2, Controllers.SECOND, HostState.IN_SERVICE)));
    return new OnPremProvider()
        .lower(
            Describing.on(
                site,
                at ->
                    at.bareMetalFleet(
                        "trainers",
                        f ->
                            f.inventory(inventory)
                                .release("2026.11", r -> r.kernel("6.8.0-50-generic"))
                                .install(
                                    i -> {
                                      i.server("http://198.18.9.1/install")
                                          .image(image)
                                          .administrator("deploy", "ssh-ed25519 AAAA deploy@desk")
                                          .volume(
                                              "/",
                                              "ext4",
                                              RaidLevel.RAID1,
                                              "/dev/nvme0n1",
                                              "/dev/nvme1n1");
                                      if (way == Way.VIRTUAL_MEDIA) {
                                        i.byVirtualMedia();
                                      }
                                    }))),
            new Target("test", "fleet", site));
  }

  private static InventoryHost row(String name, int number, String bmc, HostState state) {
    String mac = "3c:ec:ef:00:00:0" + number;
    SourceLine line = new SourceLine("hall.csv", number + 1);
    return new InventoryHost(
        name, "198.18.0." + number, "SN-" + bmc, "r1", number, mac, bmc, state, line);
  }

  private static int play(Path files, String... arguments) throws Exception {
    return run(files, playbook(arguments));
  }

  private static String[] playbook(String... arguments) {
    return Stream.concat(
            Stream.of("ansible-playbook", "-i", "inventory.yaml", "install.yml"),
            Arrays.stream(arguments))
        .toArray(String[]::new);
  }

  private static void succeeds(Path files, String... command) throws Exception {
    assertThat(run(files, command)).as(Files.readString(files.resolve("said.log"))).isZero();
  }

  private static int run(Path files, String... command) throws Exception {
    ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(List.of(command)));
    builder.directory(files.toFile()).redirectErrorStream(true);
    builder.redirectOutput(files.resolve("said.log").toFile());
    Map<String, String> environment = builder.environment();
    environment.keySet().removeIf(name -> name.startsWith("ANSIBLE_"));
    environment.put("ANSIBLE_HOME", folder.resolve("ansible").toString());
    environment.put("LC_ALL", "C.UTF-8");
    environment.put("PLUMBLINE_INSTALL_USER", "reader");
    environment.put("PLUMBLINE_INSTALL_PASSWORD", "secret");
    return builder.start().waitFor();
  }
}
