package io.plumbline.e2e.azure;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.azure.standin.AzureStandIn;
import io.plumbline.cli.Main;
import io.plumbline.e2e.harness.Plumbline.Result;
import io.plumbline.run.Project;
import io.plumbline.testkit.AzureFleet;
import io.plumbline.testkit.AzureStores;
import io.plumbline.value.JsonReader;
import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A project on Azure, which is stood in for, with what its stacks take for granted; deployed once.
 * What was deployed counts as old: Resource Graph is believed of it.
 */
final class DeployedAzure implements AutoCloseable {
  /** Groups of operators, and of what tests deploy beside it. */
  private static final Pattern OTHERS = Pattern.compile("/resourceGroups/(operators|wide-)");

  static final String SUBSCRIPTION = "/subscriptions/" + AzureStandIn.SUBSCRIPTION;
  static final String KEY =
      SUBSCRIPTION
          + "/resourceGroups/operators/providers/Microsoft.Compute/sshPublicKeys/operators";
  private static final String TOPIC =
      SUBSCRIPTION + "/resourceGroups/operators/providers/Microsoft.EventGrid/systemTopics/health";
  private static final String HERE = "eastus2";

  private final AzureStandIn azure;
  private final Path home;

  /** Deploys stacks, which are given in YAML. */
  DeployedAzure(Path home, String stacks) throws IOException {
    this.home = home;
    this.azure = AzureStandIn.start();
    furnish();
    lay(stacks);
    Result deployed = run("deploy", "-e", "lab", "--yes", "--allow-local-state");
    assertThat(deployed.exit()).as(deployed.toString()).isZero();
    azure.pass(Duration.ofDays(1));
  }

  /** The two stacks that have, together, all that Azure is asked for. */
  static String everything() {
    return "%s:\n  subscription: %s\n%s:\n  subscription: %s\n"
        .formatted(
            AzureGround.NAME, AzureStandIn.SUBSCRIPTION, AzureKeep.NAME, AzureStandIn.SUBSCRIPTION);
  }

  private void lay(String stacks) throws IOException {
    Path repository = Path.of("../..").toAbsolutePath().normalize();
    for (String each : List.of("templates", "stacks")) {
      Files.createSymbolicLink(home.resolve(each), repository.resolve(each));
    }
    Files.createDirectories(home.resolve("environments"));
    String site =
        """
        sites:
          main:
            provider: azure
            engine: arm
            subscription: %s
            tenant: 11111111-1111-1111-1111-111111111111
            location: %s
            endpoint: %s
            credentials: fake
            ssh-key: %s
            health-topic: %s
        stacks:
        """
            .formatted(AzureStandIn.SUBSCRIPTION, HERE, azure.url(), KEY, TOPIC);
    Files.writeString(home.resolve("environments/lab.yaml"), site + stacks.indent(2));
  }

  private void furnish() {
    Obj here = Value.object("location", Value.text(HERE));
    Obj everywhere = Value.object("location", Value.text("global"));
    for (String group : List.of("operators", "names", "shared")) {
      azure.add(SUBSCRIPTION + "/resourceGroups/" + group, "2024-11-01", here);
    }
    azure.add(
        KEY,
        "2024-11-01",
        Value.object(
            "location", Value.text(HERE),
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
    List<String> zones = AzureFleet.zones(AzureStandIn.SUBSCRIPTION);
    azure.add(zones.get(0), "2018-05-01", everywhere);
    azure.add(zones.get(1), "2024-06-01", everywhere);
    String vault = AzureStores.vault(AzureStandIn.SUBSCRIPTION);
    azure.add(
        vault,
        "2024-11-01",
        Value.object(
            "location", Value.text(HERE),
            "properties",
                Value.object(
                    "tenantId", Value.text("11111111-1111-1111-1111-111111111111"),
                    "sku",
                        Value.object("family", Value.text("A"), "name", Value.text("standard")))));
    azure.add(
        vault + "/keys/fleet",
        "2024-11-01",
        Value.object("properties", Value.object("kty", Value.text("RSA"))));
    azure.add(
        vault + "/secrets/registry-token",
        "2024-11-01",
        Value.object("properties", Value.object("value", Value.text("hidden"))));
  }

  AzureStandIn azure() {
    return azure;
  }

  Path home() {
    return home;
  }

  Result run(String... command) {
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

  /** Checks all; the report is JSON. */
  Result drift() {
    return run("drift", "-e", "lab", "--output", "json");
  }

  /** The id of the one thing of a type whose id has this in it; of a role by its address. */
  String id(String type, String part) {
    if (part.contains("/role-") && released().get(part) instanceof Value.Text known) {
      return known.value();
    }
    List<String> ids =
        azure.all().stream()
            .filter(each -> each.get("type").equals(Value.text(type)))
            .map(each -> ((Value.Text) each.get("id")).value())
            .filter(each -> each.contains(part) && !OTHERS.matcher(each).find())
            .toList();
    assertThat(ids).as(type + " with " + part).hasSize(1);
    return ids.get(0);
  }

  /** Ids by address, as the deploy wrote them down. */
  private Obj released() {
    Path record = home.resolve(".plumbline/lab/" + AzureGround.NAME + "/main/release.json");
    try {
      return (Obj) ((Obj) JsonReader.read(Files.readString(record))).get("liveIds");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    azure.close();
  }
}
