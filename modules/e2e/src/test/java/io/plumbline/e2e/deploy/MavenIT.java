package io.plumbline.e2e.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.e2e.harness.SandboxServer;
import io.plumbline.e2e.harness.SourceTree;
import io.plumbline.files.Digest;
import io.plumbline.value.JsonReader;
import io.plumbline.value.Value;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * The example stacks from Maven, in a copy of this repository. Building it takes most of the time,
 * so the tests share the copy, and go on where the one before ended.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MavenIT {
  private static final String GROUP = "sandbox-llm-training-trainers-group";
  private static final String BURST = "sandbox-hybrid-hybrid-training-burst-group";

  private static final String EVALUATORS =
      "/subscriptions/00000000-0000-0000-0000-00000000aaaa/resourceGroups/sandbox-hybrid-hybrid-training-spare"
          + "/providers/Microsoft.Compute/virtualMachineScaleSets/"
          + "sandbox-hybrid-hybrid-training-evaluators-scale-set?api-version=2024-11-01";

  @RegisterExtension static final SandboxServer SANDBOX = new SandboxServer();

  private static SourceTree copy;

  @BeforeAll
  static void copy() {
    copy = SourceTree.copy("maven");
  }

  @Test
  @Order(1)
  void provisionsInPhaseDeploy() {
    SourceTree.Result built = maven("deploy");
    assertThat(built.exit()).as(built.out()).isZero();
    assertThat(built.out()).contains("sandbox: in sync");
    assertThat(groups()).isEqualTo(2);
  }

  @Test
  @Order(2)
  void buildsTheSameJarsInAnotherFolder() throws IOException {
    Map<String, String> here = jars(SandboxServer.repository());
    Map<String, String> there = jars(copy.root());
    assertThat(there).hasSizeGreaterThan(12);
    assertThat(here).containsAllEntriesOf(there);
  }

  @Test
  @Order(3)
  void passesWithoutDriftAndFailsWithIt() {
    SourceTree.Result before = maven("verify", "-Pdrift");
    assertThat(before.exit()).as(before.out()).isZero();
    assertThat(before.out()).contains("sandbox: in sync");

    SANDBOX
        .aws()
        .autoScaling()
        .updateAutoScalingGroup(g -> g.autoScalingGroupName(GROUP).maxSize(9));
    SourceTree.Result after = maven("verify", "-Pdrift");
    assertThat(after.exit()).isEqualTo(1);
    assertThat(after.out()).contains("sandbox: drift: 1 changed", "drift found");
  }

  /** One stack, one command, one report: machines and nodes elsewhere are told of the bucket. */
  @Test
  @Order(4)
  void provisionsTwoCloudsAndADataCentreInOneGoAndReportsOnAll() throws IOException {
    String azure = onTheirOwn(510);
    SourceTree.Result built = hybrid("deploy");
    assertThat(built.exit()).as(built.out()).isZero();
    assertThat(built.out())
        .contains("sandbox-hybrid: in sync", "hybrid-training on cloud", "hybrid-training on hall")
        .contains("hybrid-training on spare");
    assertThat(onMachine(2, "cat /etc/fleet/checkpoints.env"))
        .isEqualTo("CHECKPOINTS=s3://sandbox-hybrid-hybrid-training-checkpoints\n");
    assertThat(bootScript(azure)).contains("s3://'sandbox-hybrid-hybrid-training-checkpoints' >");
    SourceTree.Result again = hybrid("deploy");
    assertThat(again.exit()).as(again.out()).isZero();
    assertThat(again.out())
        .contains(
            "hybrid-training/cloud: nothing to change",
            "hybrid-training/hall: nothing to change",
            "hybrid-training/spare: nothing to change");

    SANDBOX
        .aws()
        .autoScaling()
        .updateAutoScalingGroup(g -> g.autoScalingGroupName(BURST).maxSize(40));
    onMachine(2, "sed -i s/hybrid/other/ /etc/fleet/checkpoints.env; umount /scratch");
    ask(azure, "PATCH", "{\"sku\": {\"capacity\": 3}}");
    SourceTree.Result drifted = hybrid("verify", "-Pdrift");
    assertThat(drifted.exit()).isEqualTo(1);
    assertThat(drifted.out())
        .contains("sandbox-hybrid: drift: 4 changed", "evaluators/scale-set", "capacity")
        .contains("maxSize", "trainers/node-2", "/scratch")
        .contains("files//etc/fleet/checkpoints.env", "HybridTraining.java:");

    SourceTree.Result mended = hybrid("deploy");
    assertThat(mended.exit()).as(mended.out()).isZero();
    assertThat(mended.out()).contains("sandbox-hybrid: in sync");
    endMachines();
  }

  private static SourceTree.Result hybrid(String... arguments) {
    return run(
        Stream.concat(
                Stream.of(arguments),
                Stream.of(
                    "-Dplumbline.environment=sandbox-hybrid", "-Dplumbline.stack=hybrid-training"))
            .toArray(String[]::new));
  }

  /**
   * In a network and at a port that no other sandbox of this machine has, by the quicker of the
   * engines.
   *
   * @return where Azure will have the scale set
   */
  private static String onTheirOwn(int number) throws IOException {
    int port = freePort();
    Path file = copy.root().resolve("environments/sandbox-hybrid.yaml");
    Files.writeString(
        file,
        Files.readString(file)
            .replace("lab: {", "lab: {network: " + number + ", ")
            .replace(":4511}", ":" + port + "}")
            .replace("engine: auto", "engine: cloudformation"));
    Path rows = copy.root().resolve("environments/inventories/sandbox.csv");
    Files.writeString(
        rows, Files.readString(rows).replace("198.19.255.", "198.19." + (number - 256) + "."));
    Files.writeString(
        copy.root().resolve(".plumbline/sandbox.json"),
        "{\"url\": \"%s\", \"pid\": %d}\n".formatted(SANDBOX.url(), SANDBOX.pid()));
    return "http://127.0.0.1:" + port + EVALUATORS;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static String bootScript(String scaleSet) {
    Value.Obj said = (Value.Obj) JsonReader.read(ask(scaleSet + "&$expand=userData", "GET", ""));
    Value.Obj profile =
        (Value.Obj) ((Value.Obj) said.get("properties")).get("virtualMachineProfile");
    String encoded = ((Value.Text) profile.get("userData")).value();
    return new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
  }

  private static String ask(String url, String method, String body) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url))
            .header("Authorization", "Bearer anybody")
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<String> said = client.send(request, HttpResponse.BodyHandlers.ofString());
      assertThat(said.statusCode()).as(said.body()).isLessThan(300);
      return said.body();
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static String onMachine(int number, String script) {
    SourceTree.Result said =
        copy.run(
            Map.of(),
            "ssh",
            "-F",
            ".plumbline/lab/ssh_config",
            "198.19.254." + (9 + number),
            script);
    assertThat(said.exit()).as(said.out()).isZero();
    return said.out();
  }

  /** They would end with the sandbox, which other tests of this class may go on with. */
  private static void endMachines() throws IOException {
    long pid = Long.parseLong(Files.readString(copy.root().resolve(".plumbline/lab/pid")).strip());
    ProcessHandle.of(pid).ifPresent(ProcessHandle::destroy);
  }

  private static SourceTree.Result maven(String... arguments) {
    return run(
        Stream.concat(Stream.of(arguments), Stream.of("-Dplumbline.stack=llm-training"))
            .toArray(String[]::new));
  }

  private static SourceTree.Result run(String... arguments) {
    return copy.run(
        Map.of(
            "PLUMBLINE_SANDBOX_URL", SANDBOX.url().toString(),
            "JAVA_HOME", System.getProperty("maven.java.home")),
        Stream.of(
                Stream.of("mvn", "-B", "-ntp", "-pl", "stacks", "-am"),
                Stream.of("-Dmaven.test.skip=true", "-Danalysis=-XDnone"),
                Stream.of(arguments))
            .flatMap(each -> each)
            .toArray(String[]::new));
  }

  private static int groups() {
    return SANDBOX.aws().autoScaling().describeAutoScalingGroups().autoScalingGroups().size();
  }

  /** The digest of each jar of a module, by its name. */
  private static Map<String, String> jars(Path root) throws IOException {
    Map<String, String> digests = new HashMap<>();
    try (Stream<Path> files = Files.walk(root.resolve("modules"), 4)) {
      for (Path jar :
          files
              .filter(file -> file.toString().matches(".*/target/plumbline-[^/]*\\.jar"))
              .toList()) {
        digests.put(jar.getFileName().toString(), Digest.of(jar));
      }
    }
    return digests;
  }
}
