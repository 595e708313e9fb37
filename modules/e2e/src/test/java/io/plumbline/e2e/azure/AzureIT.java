package io.plumbline.e2e.azure;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.azure.standin.AzureStandIn;
import io.plumbline.azure.standin.Blobs;
import io.plumbline.azure.standin.Faults;
import io.plumbline.e2e.harness.Plumbline.Result;
import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A fleet on Azure from Java to the drift report: described, deployed by Resource Manager, read
 * back, changed behind our back, and found. Azure itself is stood in for.
 */
class AzureIT {
  @TempDir static Path home;
  private static DeployedAzure deployed;

  @BeforeAll
  static void deploy() throws IOException {
    deployed =
        new DeployedAzure(
            home,
            """
            portable-training:
              cidr: 10.90.0.0/16
              zones: ["1", "2"]
              image: microsoft-dsvm:ubuntu-hpc:2204:22.04.2024102301
              trainers: 4
              evaluators: 8
              maxPrice: 2.5 USD/h
            """);
  }

  @AfterAll
  static void stop() {
    deployed.close();
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
    return ((Value.Sequence) result.json().get("findings"))
        .items().stream().map(each -> line((Obj) each)).toList();
  }

  private static String line(Obj finding) {
    return Stream.of("type", "id", "kind", "attribute")
        .map(finding::get)
        .map(each -> each instanceof Value.Text text ? text.value() : "")
        .collect(Collectors.joining(" "))
        .strip();
  }

  /** Does a deed, looks, and undoes it. */
  private static List<String> after(String id, Runnable deed) {
    Obj before = deployed.azure().find(id);
    try {
      deed.run();
      Result result = deployed.drift();
      assertThat(result.exit()).as(result.toString()).isEqualTo(2);
      return found(result);
    } finally {
      deployed.azure().restore(id, before);
    }
  }

  @Test
  void findsNothingWhereNothingHasChangedAndPlansNothing() {
    Result result = deployed.drift();
    assertThat(found(result)).as(result.toString()).isEmpty();
    assertThat(result.exit()).isZero();
    assertThat(deployed.run("plan", "-e", "lab", "--allow-local-state").exit()).isZero();
  }

  @Test
  void hundredsOfPoolsAreInSyncWithTheirStateInAContainer() throws IOException {
    deployed.azure().blobs().make("state");
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
            .formatted(
                AzureStandIn.SUBSCRIPTION,
                deployed.azure().url(),
                DeployedAzure.KEY,
                Blobs.ACCOUNT,
                deployed.azure().url()));
    Result wide = deployed.run("deploy", "-e", "wide", "--yes");
    assertThat(wide.exit()).as(wide.toString()).isZero();
    Result result = deployed.run("drift", "-e", "wide", "--output", "json");
    assertThat(found(result)).as(result.toString()).isEmpty();
    assertThat(result.exit()).isZero();
    assertThat(home.resolve(".plumbline/wide/wide-pools/main/release.json")).doesNotExist();
    assertThat(deployed.azure().blobs().names("state"))
        .contains("wide/wide-pools/main/release.json");
  }

  @Test
  void findsAChangedNumberOfMachines() {
    String trainers = deployed.id("Microsoft.Compute/virtualMachineScaleSets", "trainers");
    assertThat(
            after(
                trainers,
                () ->
                    deployed
                        .azure()
                        .change(trainers, set -> with(set, "sku/capacity", Value.whole(1)))))
        .isNotEmpty()
        .allMatch(each -> each.startsWith("changed trainers"));
  }

  @Test
  void findsWhatHasGone() {
    String set = deployed.id("Microsoft.Compute/virtualMachineScaleSets", "evaluators");
    assertThat(after(set, () -> deployed.azure().remove(set)))
        .anyMatch(each -> each.startsWith("missing evaluators"));
  }

  @Test
  void findsWhatNobodyAskedFor() {
    String network = deployed.id("Microsoft.Network/virtualNetworks", "net");
    assertThat(
            after(
                network,
                () ->
                    deployed
                        .azure()
                        .add(
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
    deployed.azure().faults().deny(type + "/read");
    assertIncomplete();
    deployed.azure().faults().cut("ResourceGraph", Faults.ALWAYS);
    assertIncomplete();
    deployed.azure().faults().throttle("ResourceGraph", Faults.ALWAYS, Duration.ofHours(1));
    assertIncomplete();
  }

  private static void assertIncomplete() {
    try {
      Result result = deployed.drift();
      assertThat(result.exit()).as(result.toString()).isEqualTo(3);
      assertThat(result.json().get("verdict")).isEqualTo(Value.text("incomplete"));
    } finally {
      deployed.azure().faults().clear();
    }
  }

  @Test
  void toldRightsSufficeAndNoneIsToChangeAnything() {
    Result result = deployed.run("permissions", "-e", "lab");
    assertThat(result.exit()).as(result.toString()).isZero();
    assertThat(result.out())
        .contains("Microsoft.Compute/virtualMachineScaleSets/read")
        .doesNotContain("/write");
  }
}
