package io.plumbline.e2e.onprem;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.e2e.harness.SandboxServer;
import io.plumbline.value.JsonReader;
import io.plumbline.value.JsonWriter;
import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Management controllers on addresses of this machine: two that speak Redfish by TLS (ci/bmc), and
 * one that is OpenIPMI's simulator.
 */
final class Controllers implements AutoCloseable {
  static final String FIRST = "127.0.77.1";
  static final String SECOND = "127.0.77.2";
  static final String IPMI = "127.0.77.3";
  static final String SYSTEM = "/redfish/v1/Systems/1";
  static final String MANAGER = "/redfish/v1/Managers/1";

  private static final Path SOURCES = SandboxServer.repository().resolve("ci/bmc");

  private final Path folder;
  private final Map<String, Process> servers = new LinkedHashMap<>();
  private final int ipmiPort;
  private int redfishPort;

  Controllers(Path folder) throws IOException, InterruptedException {
    this.folder = folder;
    run("bash", SOURCES.resolve("certificates.sh").toString(), folder.toString(), FIRST, SECOND);
    Files.writeString(folder.resolve("password"), "secret\n");
    for (String address : List.of(FIRST, SECOND)) {
      write(address, state(address));
      start(address, address);
    }
    try (DatagramSocket free = new DatagramSocket(0, InetAddress.getByName(IPMI))) {
      ipmiPort = free.getLocalPort();
    }
    simulate();
  }

  /** Settings of the site. */
  Map<String, String> settings() {
    return new TreeMap<>(
        Map.of(
            "bmc.user", "reader",
            "bmc.password-file", folder.resolve("password").toString(),
            "bmc.ca", folder.resolve("ca.pem").toString(),
            "bmc.redfish-port", Integer.toString(redfishPort),
            "bmc.ipmi-port", Integer.toString(ipmiPort),
            "bmc.ipmi-cipher", "3",
            "bmc.ipmi-privilege", "operator",
            "timeout.connect", "2",
            "timeout.call", "4"));
  }

  Path file(String name) {
    return folder.resolve(name);
  }

  private static Obj state(String address) throws IOException {
    String text =
        Files.readString(SOURCES.resolve("state.json")).replace("SERIAL", "SN-" + address);
    return object(text);
  }

  private static Obj object(String text) {
    try {
      return (Obj) JsonReader.read(text);
    } catch (JsonReader.SyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** As somebody does who sits before the controller's own pages; back again by {@link #reset}. */
  void change(String address, String resource, String member, Value value) {
    Obj state = read(address);
    Obj resources = (Obj) state.get("resources");
    Obj changed = with((Obj) resources.get(resource), member, value);
    write(address, with(state, "resources", with(resources, resource, changed)));
  }

  /** Of the server itself: who is let in, and what goes wrong. */
  void set(String address, String member, Value value) {
    write(address, with(read(address), member, value));
  }

  void reset(String address) {
    try {
      write(address, state(address));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Obj with(Obj object, String member, Value value) {
    Map<String, Value> members = new LinkedHashMap<>(object.members());
    members.put(member, value);
    return new Obj(members);
  }

  Obj read(String address) {
    try {
      return object(Files.readString(folder.resolve(address + ".json")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(String address, Obj state) {
    try {
      Path draft = folder.resolve(address + ".draft");
      Files.writeString(draft, JsonWriter.pretty(state));
      Files.move(draft, folder.resolve(address + ".json"), StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** With the certificate of this name; what ran there before is ended. */
  void start(String address, String certificate) throws IOException, InterruptedException {
    stop(address);
    Process server =
        new ProcessBuilder(
                "python3",
                SOURCES.resolve("redfish.py").toString(),
                address,
                Integer.toString(redfishPort),
                folder.resolve(certificate + ".pem").toString(),
                folder.resolve(address + ".json").toString())
            .redirectError(folder.resolve(address + ".log").toFile())
            .start();
    servers.put(address, server);
    String port =
        new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8))
            .readLine();
    assertThat(port).as(Files.readString(folder.resolve(address + ".log"))).isNotNull();
    redfishPort = Integer.parseInt(port);
  }

  void stop(String address) throws InterruptedException {
    Process server = servers.remove(address);
    if (server != null) {
      server.destroy();
      server.waitFor();
    }
  }

  /** The simulator, with a folder for what stands in its chassis. */
  void simulate() throws IOException, InterruptedException {
    simulate("9", "secret");
  }

  /** With this major version of its firmware, and this password. */
  void simulate(String firmware, String password) throws IOException, InterruptedException {
    stop(IPMI);
    Path chassis = Files.createDirectories(folder.resolve("chassis"));
    chassis("power", "1");
    chassis("boot", "none");
    Path program = folder.resolve("chassis.sh");
    Files.writeString(
        program,
        Files.readString(SOURCES.resolve("chassis.sh"))
            .replace("#!/bin/sh", "#!/bin/sh\nFOLDER=" + chassis));
    assertThat(program.toFile().setExecutable(true)).isTrue();
    String configuration =
        Files.readString(SOURCES.resolve("ipmi.conf"))
            .replace("ADDRESS", IPMI + " " + ipmiPort)
            .replace("PASSWORD", password)
            .replace("CHASSIS", program.toString());
    Files.writeString(folder.resolve("ipmi.conf"), configuration);
    Files.writeString(
        folder.resolve("ipmi.emu"),
        "mc_setbmc 0x20\nmc_add 0x20 0 no-device-sdrs 0x23 "
            + firmware
            + " 8 0x9f 0x1291 0xf02 persist_sdr\nmc_enable 0x20\n");
    List<String> command = new ArrayList<>(List.of("ipmi_sim", "-n"));
    command.addAll(List.of("-c", folder.resolve("ipmi.conf").toString()));
    command.addAll(List.of("-f", folder.resolve("ipmi.emu").toString()));
    command.addAll(List.of("-s", Files.createDirectories(folder.resolve("ipmi")).toString()));
    Process simulator =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("ipmi.log").toFile())
            .start();
    servers.put(IPMI, simulator);
    while (!isHeardAt(ipmiPort)) {
      assertThat(simulator.isAlive()).as(Files.readString(folder.resolve("ipmi.log"))).isTrue();
      Thread.onSpinWait();
    }
  }

  /** Whether a program has the port; to try for it oneself would take it from the program. */
  private static boolean isHeardAt(int port) throws IOException {
    return Files.readString(Path.of("/proc/net/udp")).contains(":%04X ".formatted(port));
  }

  void chassis(String name, String value) throws IOException {
    Files.writeString(folder.resolve("chassis").resolve(name), value + "\n");
  }

  private static void run(String... command) throws IOException, InterruptedException {
    assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
  }

  @Override
  public void close() throws InterruptedException {
    for (String each : List.copyOf(servers.keySet())) {
      stop(each);
    }
  }
}
