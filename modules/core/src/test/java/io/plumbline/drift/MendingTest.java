package io.plumbline.drift;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.graph.Band;
import io.plumbline.value.Value;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MendingTest {
  private static Subject subject(@Nullable String address) {
    return new Subject("fleet", "main", address, "kind", "live-1", null);
  }

  private static Finding changed(String attribute, @Nullable Value desired, boolean replaces) {
    return new Finding.Changed(
        subject("trainers"), attribute, desired, Value.whole(40), replaces, List.of());
  }

  private static Mending of(String engine, Finding finding) {
    return Mending.of("prod", engine, finding);
  }

  @Test
  void whatIsMissingOrChangedIsDeployedAgain() {
    assertThat(of("terraform", new Finding.Missing(subject("net"), List.of())).text())
        .isEqualTo("plumbline deploy -e prod -s fleet");
    assertThat(of("terraform", changed("maxSize", Value.whole(2), false)).text())
        .isEqualTo("plumbline deploy -e prod -s fleet");
    assertThat(of("cloudformation", changed("maxSize", Value.whole(2), false)).command())
        .isEqualTo("plumbline deploy -e prod -s fleet");
    assertThat(of("terraform", changed("name", Value.text("a"), true)).text())
        .endsWith("(replaces the resource)");
  }

  @Test
  void whatCloudFormationDoesNotPutBackHasNoCommand() {
    Mending fixed = of("cloudformation", changed("cidrIpv4", Value.text("10.0.0.0/8"), true));
    assertThat(fixed.command()).isNull();
    assertThat(fixed.text()).contains("by hand", "plumbline deploy -e prod -s fleet");
    Mending unsaid = of("cloudformation", changed("tags/more", null, false));
    assertThat(unsaid.command()).isNull();
    assertThat(unsaid.text()).contains("only what the design says");
  }

  @Test
  void whatNoEngineSetsHasNoCommand() {
    Value band = Value.text(new Band(0, 16, "cluster-autoscaler").words());
    assertThat(of("terraform", changed("desiredCapacity", band, false)).command()).isNull();
    Finding nodes = changed("instances/launchTemplateVersion", Value.whole(2), true);
    assertThat(of("terraform", nodes).text()).contains("replace them");
    Subject bmc = new Subject("fleet", "hall", "a/n1/bmc", "bmc", "ipmi://192.0.2.1", null);
    Finding power =
        new Finding.Changed(
            bmc, "power", Value.text("on"), Value.text("off"), false, true, List.of());
    assertThat(of("ansible", power).command()).isNull();
    assertThat(of("ansible", power).text()).contains("by hand");
  }

  @Test
  void whatNobodyDescribedIsRemovedByTheProvidersCommandWhereItIsKnown() {
    Finding known =
        new Finding.Unmanaged(subject(null), "stands in net", Value.Obj.EMPTY, "aws ec2 x");
    assertThat(of("terraform", known).text())
        .isEqualTo("aws ec2 x  (or describe it in stack fleet)");
    Finding unknown = new Finding.Unmanaged(subject(null), "stands in net", Value.Obj.EMPTY);
    assertThat(of("terraform", unknown).text())
        .isEqualTo("remove it, or describe it in stack fleet");
    assertThat(of("terraform", new Finding.Duplicate(subject("net"), "vpc-1", "aws x")).command())
        .isEqualTo("aws x");
  }

  @Test
  void whatCouldNotBeReadAsksForTheRightOrForAnotherLook() {
    String denied = "iam:GetRole: AccessDenied: you are not authorized";
    assertThat(of("", new Finding.Undetermined(subject("role"), null, denied)).command())
        .isEqualTo("plumbline permissions -e prod -s fleet --site main");
    String ofAzure = "AuthorizationFailed: the client does not have authorization to list";
    assertThat(of("", new Finding.Undetermined(subject("net"), null, ofAzure)).command())
        .startsWith("plumbline permissions ");
    String slow = "ec2:DescribeVpcs: timed out";
    assertThat(of("", new Finding.Undetermined(subject("net"), null, slow)).command())
        .isEqualTo("plumbline drift -e prod -s fleet");
  }

  @Test
  void valuesAreWordsOfTheShell() {
    Map<String, String> values = Map.of("id", "a'; rm -rf $HOME #", "site:region", "us-east-1");
    assertThat(Removal.command("aws x --id {id} --region {site:region}", values::get))
        .isEqualTo("aws x --id 'a'\\''; rm -rf $HOME #' --region us-east-1");
  }

  @Test
  void aCommandWithoutAllItsValuesIsNone() {
    String template = "aws x --id {id}[ --endpoint-url {site:endpoint}]";
    assertThat(Removal.command(template, Map.of("id", "i-1")::get)).isEqualTo("aws x --id i-1");
    assertThat(Removal.command(template, Map.of("id", "i-1", "site:endpoint", "http://a:1")::get))
        .isEqualTo("aws x --id i-1 --endpoint-url http://a:1");
    assertThat(Removal.command(template, Map.<String, String>of()::get)).isNull();
    assertThat(Removal.command(template, Map.of("id", "a\nb")::get)).isNull();
    assertThat(Removal.command(null, Map.of("id", "i-1")::get)).isNull();
  }
}
