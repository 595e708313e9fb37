package io.plumbline.e2e.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.aws.kinds.AwsKinds;
import io.plumbline.e2e.harness.Plumbline;
import io.plumbline.e2e.harness.Plumbline.Result;
import io.plumbline.e2e.harness.ProjectFolder;
import io.plumbline.e2e.harness.SandboxServer;
import io.plumbline.kind.Dialect;
import io.plumbline.value.JsonReader;
import io.plumbline.value.JsonWriter;
import io.plumbline.value.Value;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A deploy that is ended half way loses nothing of what it made, and the next one goes on. */
class InterruptedIT {
  @RegisterExtension static final SandboxServer SANDBOX = new SandboxServer();

  private static ProjectFolder emptyAccount(String name) {
    SANDBOX.empty();
    return ProjectFolder.make(name, SANDBOX).engine("terraform");
  }

  /** Takes long enough to be interrupted, and has something that is kept. */
  private static ProjectFolder ground(String name) {
    return emptyAccount(name).stack("shared-ground", "cidr: 10.9.0.0/16");
  }

  @Test
  void asksTerraformToEndAndGoesOnFromWhatIsThere() throws Exception {
    Plumbline plumbline = new Plumbline(ground("interrupted"));
    Process deploy = plumbline.forked().startAloud("deploy");
    try (BufferedReader said = deploy.errorReader(StandardCharsets.UTF_8)) {
      String begun = upToTheFirstCreation(said);
      deploy.toHandle().destroy();
      String after = rest(said);
      assertThat(deploy.waitFor()).as("%s%s", begun, after).isNotZero();
      assertThat(after).contains("was interrupted after", "is remembered");
    }
    goesOn(plumbline, false);
  }

  @Test
  void letsTerraformComeToItsEndWherePlumblineIsKilled() throws Exception {
    Plumbline plumbline = new Plumbline(ground("killed"));
    Process deploy = plumbline.forked().startAloud("deploy");
    try (BufferedReader said = deploy.errorReader(StandardCharsets.UTF_8)) {
      upToTheFirstCreation(said);
      List<ProcessHandle> left = deploy.toHandle().children().toList();
      assertThat(left).isNotEmpty();
      deploy.toHandle().destroyForcibly();
      left.forEach(each -> each.onExit().join());
    }
    goesOn(plumbline, true);
  }

  /** As a Terraform leaves it that is killed before it writes its state. */
  @Test
  void takesOverWhatTerraformMadeAndDoesNotRemember() throws IOException {
    ProjectFolder project = emptyAccount("forgotten").stack("llm-training", Examples.TRAINING);
    Plumbline plumbline = new Plumbline(project);
    assertThat(plumbline.run("deploy").exit()).isZero();
    Set<String> before = live();
    Path work = project.work("llm-training");
    Set<String> forgotten = new TreeSet<>();
    rewrite(
        work.resolve("terraform/terraform.tfstate"),
        "resources",
        all -> Value.list(items(all).filter(each -> !isForgotten(each, forgotten)).toList()));
    rewrite(work.resolve("release.json"), "finished", finished -> Value.flag(false));
    assertThat(forgotten)
        .contains("aws_vpc", "aws_eip", "aws_s3_bucket", "aws_iam_role", "aws_autoscaling_group");

    Result plan = plumbline.run("plan");
    assertThat(plan.out()).contains("(taken over: vpc-").doesNotContain("create");
    Result deploy = plumbline.run("deploy");

    assertThat(deploy.exit()).as("%s", deploy).isZero();
    assertThat(deploy.err()).contains("taking over what it made and does not remember");
    assertThat(live()).isEqualTo(before);
    assertThat(plumbline.run("plan").exit()).isZero();
  }

  private static boolean isForgotten(Value resource, Set<String> forgotten) {
    String type = ((Value.Text) ((Value.Obj) resource).get("type")).value();
    boolean imported =
        AwsKinds.ALL.stream()
            .filter(kind -> kind.importedBy() != null)
            .anyMatch(kind -> kind.documents(Dialect.TERRAFORM).get(0).type().equals(type));
    if (imported) {
      forgotten.add(type);
    }
    return imported;
  }

  private static Stream<Value> items(Value list) {
    return ((Value.Sequence) list).items().stream();
  }

  private static void rewrite(Path file, String member, UnaryOperator<Value> change)
      throws IOException {
    Value.Obj object = (Value.Obj) JsonReader.read(Files.readString(file));
    Map<String, Value> members = new LinkedHashMap<>(object.members());
    members.computeIfPresent(member, (name, value) -> change.apply(value));
    Files.writeString(file, JsonWriter.pretty(new Value.Obj(members)));
  }

  /** Ids of what would be made twice without a complaint. */
  private static Set<String> live() {
    Set<String> ids = new TreeSet<>();
    SANDBOX.aws().ec2().describeVpcs().vpcs().forEach(each -> ids.add(each.vpcId()));
    SANDBOX
        .aws()
        .ec2()
        .describeInternetGateways()
        .internetGateways()
        .forEach(each -> ids.add(each.internetGatewayId()));
    SANDBOX
        .aws()
        .ec2()
        .describeRouteTables()
        .routeTables()
        .forEach(each -> ids.add(each.routeTableId()));
    return ids;
  }

  private static void goesOn(Plumbline plumbline, boolean killed) {
    Result between = plumbline.run("drift");
    assertThat(between.out() + between.err()).as("%s", between).contains("which failed half way");
    Result second = plumbline.run("deploy");
    assertThat(second.exit()).as("%s", second).isZero();
    if (killed) {
      assertThat(second.err()).contains("taking over the lock");
    } else {
      assertThat(second.err()).doesNotContain("taking over the lock");
    }
    Result drift = plumbline.run("drift");
    assertThat(drift.exit()).as("%s", drift).isZero();
    assertThat(drift.out()).doesNotContain("half way");
    Result destroy = plumbline.run("destroy", "--yes");
    assertThat(destroy.out()).contains("destroyed, all but:");
  }

  private static String upToTheFirstCreation(BufferedReader said) throws IOException {
    StringBuilder all = new StringBuilder();
    for (String line; (line = said.readLine()) != null; ) {
      all.append(line).append('\n');
      if (line.contains("creation complete")) {
        return all.toString();
      }
    }
    throw new AssertionError("nothing was made:\n" + all);
  }

  private static String rest(BufferedReader said) {
    try {
      StringBuilder all = new StringBuilder();
      for (String line; (line = said.readLine()) != null; ) {
        all.append(line).append('\n');
      }
      return all.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
