package io.plumbline.e2e.drift;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.azure.standin.AzureStandIn;
import io.plumbline.azure.standin.Blobs;
import io.plumbline.azure.standin.Faults;
import io.plumbline.cli.Main;
import io.plumbline.e2e.harness.Plumbline.Result;
import io.plumbline.run.Project;
import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A fleet on Azure from Java to the drift report: described, deployed by Resource Manager, read
 * back, changed behind our back, and found. Azure itself is stood in for.
 */
class AzureIT {
  private static final String SUBSCRIPTION = "/subscriptions/" + AzureStandIn.SUBSCRIPTION;
  private static final String OPERATORS = SUBSCRIPTION + "/resourceGroups/operators";
  private static final String KEY =
      OPERATORS + "/providers/Microsoft.Compute/sshPublicKeys/operators";

  private static final String TOPIC =
      OPERATORS + "/providers/Microsoft.EventGrid/systemTopics/health";

  @TempDir static Path home;
  private static AzureStandIn azure;

  @BeforeAll
  static void deploy() throws IOException {
    azure = AzureStandIn.start();
    Obj here = Value.object("location", Value.text("eastus"));
    azure.add(OPERATORS, "2024-11-01", here);
    azure.add(
        KEY,
        "2024-11-01",
        Value.object(
            "location", Value.text("eastus"),
            "properties",
                Value.object("publicKey", Value.text("ssh-ed25519 AAAAC3Nza operators"))));
    azure.add(
        TOPIC,
        "2025-02-15",
        Value.object(
            "location", Value.text("global"),
            "properties",
                Value.object(
                    "source", Value.text(SUBSCRIPTION),
                    "topicType", Value.text("microsoft.resourcenotifications.healthresources"))));
    Path repository = Path.of("../..").toAbsolutePath().normalize();
    for (String each : List.of("templates", "stacks")) {
      Files.createSymbolicLink(home.resolve(each), repository.resolve(each));
    }
    Files.createDirectories(home.resolve("environments"));
    Files.writeString(
        home.resolve("environments/lab.yaml"),
        """
        sites:
          main:
            provider: azure
            engine: arm
            subscription: %s
            location: eastus
            endpoint: %s
            credentials: fake
            ssh-key: %s
            health-topic: %s
        stacks:
          portable-training:
            cidr: 10.90.0.0/16
            zones: ["1", "2"]
            image: microsoft-dsvm:ubuntu-hpc:2204:22.04.2024102301
            trainers: 4
            evaluators: 8
            maxPrice: 2.5 USD/h
        """
            .formatted(AzureStandIn.SUBSCRIPTION, azure.url(), KEY, TOPIC));
    Result deployed = run("deploy", "-e", "lab", "--yes", "--allow-local-state");
    assertThat(deployed.exit()).as(deployed.toString()).isZero();
  }

  @AfterAll
  static void stop() {
    azure.close();
  }

  private static Result run(String... command) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    String before = System.setProperty(Project.PROPERTY, home.toString());
    try {
      int exit = Main.run(new PrintWriter(out), new PrintWriter(err), command);
      return new Result(List.of(command), exit, out.toString(), err.toString());
    } finally {
      if (before == null) {
        System.clearProperty(Project.PROPERTY);
      } else {
        System.setProperty(Project.PROPERTY, before);
      }
    }
  }

  private static Result drift() {
    return run("drift", "-e", "lab", "--output", "json");
  }

  /** The id of the first thing of a type whose id has this in it. */
  private static String id(String type, String part) {
    return azure.all().stream()
        .filter(each -> each.get("type").equals(Value.text(type)))
        .map(each -> ((Value.Text) each.get("id")).value())
        .filter(each -> each.contains(part) && !each.startsWith(OPERATORS))
        .findFirst()
        .orElseThrow(() -> new AssertionError(type + " with " + part + " in " + azure.all()));
  }

  private static Obj with(Obj object, String path, Value value) {
    int dot = path.indexOf('/');
    String head = dot < 0 ? path : path.substring(0, dot);
    Map<String, Value> members = new LinkedHashMap<>(object.members());
    members.put(
        head, dot < 0 ? value : with((Obj) object.get(head), path.substring(dot + 1), value));
    return new Obj(members);
  }

  private static List<String> found(Result result) {
    return Found.items(result.json(), "findings").stream()
        .map(
            each ->
                String.join(
                        " ",
                        Found.text(each, "type"),
                        Found.text(each, "id"),
                        Found.text(each, "kind"),
                        Found.text(each, "attribute"))
                    .strip())
        .toList();
  }

  /** Does a deed, looks, and undoes it. */
  private static List<String> after(String id, Runnable deed) {
    Obj before = azure.find(id);
    try {
      deed.run();
      Result result = drift();
      assertThat(result.exit()).as(result.toString()).isEqualTo(2);
      return found(result);
    } finally {
      azure.restore(id, before);
    }
  }

  @Test
  void findsNothingWhereNothingHasChangedAndPlansNothing() {
    Result result = drift();
    assertThat(found(result)).as(result.toString()).isEmpty();
    assertThat(result.exit()).isZero();
    assertThat(run("plan", "-e", "lab", "--allow-local-state").exit()).isZero();
  }

  @Test
  void hundredsOfPoolsAreInSyncWithTheirStateInAContainer() throws IOException {
    azure.blobs().make("state");
    Files.writeString(
        home.resolve("environments/wide.yaml"),
        """
        sites:
          main:
            provider: azure
            engine: arm
            subscription: %s
            location: eastus
            endpoint: %s
            credentials: fake
            ssh-key: %s
            state: {storage-account: %s, container: state, endpoint: "%s"}
        stacks:
          wide-pools: {pools: 720}
        """
            .formatted(AzureStandIn.SUBSCRIPTION, azure.url(), KEY, Blobs.ACCOUNT, azure.url()));
    Result deployed = run("deploy", "-e", "wide", "--yes");
    assertThat(deployed.exit()).as(deployed.toString()).isZero();
    Result result = run("drift", "-e", "wide", "--output", "json");
    assertThat(found(result)).as(result.toString()).isEmpty();
    assertThat(result.exit()).isZero();
    assertThat(home.resolve(".plumbline/wide/wide-pools/main/release.json")).doesNotExist();
    assertThat(azure.blobs().names("state")).contains("wide/wide-pools/main/release.json");
  }

  @Test
  void findsAChangedNumberOfMachines() {
    String trainers = id("Microsoft.Compute/virtualMachineScaleSets", "trainers");
    assertThat(
            after(
                trainers,
                () -> azure.change(trainers, set -> with(set, "sku/capacity", Value.whole(1)))))
        .isNotEmpty()
        .allMatch(each -> each.startsWith("changed trainers"));
  }

  @Test
  void findsWhatHasGone() {
    String set = id("Microsoft.Compute/virtualMachineScaleSets", "evaluators");
    assertThat(after(set, () -> azure.remove(set)))
        .anyMatch(each -> each.startsWith("missing evaluators"));
  }

  @Test
  void findsWhatNobodyAskedFor() {
    String network = id("Microsoft.Network/virtualNetworks", "net");
    assertThat(
            after(
                network,
                () ->
                    azure.add(
                        network + "/subnets/theirs",
                        "2025-01-01",
                        Value.object(
                            "properties",
                            Value.object("addressPrefix", Value.text("10.90.250.0/24"))))))
        .anyMatch(each -> each.startsWith("unmanaged") && each.contains("subnet"));
  }

  @Test
  void isNeverInSyncWhereItCouldNotLook() {
    String type = "Microsoft.Network/networkSecurityGroups";
    azure.faults().deny(type + "/read");
    assertIncomplete();
    azure.faults().cut("ResourceGraph", Faults.ALWAYS);
    assertIncomplete();
    azure.faults().throttle("ResourceGraph", Faults.ALWAYS, Duration.ofHours(1));
    assertIncomplete();
  }

  private static void assertIncomplete() {
    try {
      Result result = drift();
      assertThat(result.exit()).as(result.toString()).isEqualTo(3);
      assertThat(Found.text(result.json(), "verdict")).isEqualTo("incomplete");
    } finally {
      azure.faults().clear();
    }
  }

  @Test
  void toldRightsSufficeAndNoneIsToChangeAnything() {
    Result result = run("permissions", "-e", "lab");
    assertThat(result.exit()).as(result.toString()).isZero();
    assertThat(result.out())
        .contains("Microsoft.Compute/virtualMachineScaleSets/read")
        .doesNotContain("/write");
  }
}
