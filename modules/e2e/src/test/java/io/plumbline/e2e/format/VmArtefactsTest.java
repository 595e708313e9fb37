package io.plumbline.e2e.format;

import static io.plumbline.dsl.Words.gib;
import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.ansible.AnsibleFormat;
import io.plumbline.cloudformation.CloudFormationFormat;
import io.plumbline.dsl.VmFleetBuilder;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.model.Design;
import io.plumbline.model.Site;
import io.plumbline.model.Target;
import io.plumbline.onprem.OnPremProvider;
import io.plumbline.terraform.TerraformFormat;
import io.plumbline.testkit.Describing;
import io.plumbline.testkit.golden.Golden;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Virtual machines of a data centre, as Terraform is told of them. */
class VmArtefactsTest {
  private static final String KEY =
      "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8gISIjJCUm ann@desk";

  private static final Target PROXMOX = target("proxmox.endpoint", "https://pve.example.com:8006/");
  private static final Target VSPHERE = target("vsphere.server", "vcenter.example.com");

  @Test
  void clonesMachinesOfProxmoxWithWholeGpus() throws IOException {
    golden("proxmox", PROXMOX, onProxmox());
  }

  @Test
  void clonesMachinesOfVsphereWithWholeGpus() throws IOException {
    golden("vsphere", VSPHERE, onVsphere());
  }

  @Test
  void writesForASiteWhatItsEngineRuns() {
    Site terraform = new Site("vms", "onprem", "terraform", Map.of(), null);
    Site ansible = new Site("hall", "onprem", "ansible", Map.of(), null);
    assertThat(new TerraformFormat().serves(terraform)).isTrue();
    assertThat(new TerraformFormat().serves(ansible)).isFalse();
    assertThat(new AnsibleFormat().serves(terraform)).isFalse();
    assertThat(new AnsibleFormat().serves(ansible)).isTrue();
    assertThat(new CloudFormationFormat().serves(terraform)).isFalse();
  }

  private static ResourceGraph onProxmox() {
    return graph(
        PROXMOX,
        f ->
            f.proxmox(
                p ->
                    p.nodes("pve1", "pve2")
                        .storage("ceph-vm")
                        .template(9000, "pve1")
                        .vlan(120)
                        .gpus(2, "h100")));
  }

  private static ResourceGraph onVsphere() {
    return graph(
        VSPHERE,
        f ->
            f.formerly("old")
                .vsphere(
                    v ->
                        v.datacenter("hall ${1}")
                            .cluster("gpu")
                            .datastore("nvme")
                            .network("training")
                            .template("templates/ubuntu-22.04")
                            .hosts("esx1.example.com", "esx2.example.com")
                            .gpus(2, gib(80), "0000:c1:00.0", "0000:c2:00.0")));
  }

  private static ResourceGraph graph(Target target, Consumer<VmFleetBuilder> hypervisor) {
    Design design =
        Describing.on(
            target.site(),
            site ->
                site.vmFleet(
                    "trainers",
                    fleet -> {
                      fleet.count(2).cpus(32).memory(gib(256)).dataDisk(gib(500)).user("ann", KEY);
                      hypervisor.accept(fleet);
                    }));
    return new OnPremProvider().lower(design, target);
  }

  private static Target target(String setting, String value) {
    Site site = new Site("vms", "onprem", "terraform", Map.of(setting, value), null);
    return new Target("prod", "training", site);
  }

  private static void golden(String name, Target target, ResourceGraph graph) throws IOException {
    StringBuilder out = new StringBuilder();
    new TerraformFormat().render(graph, target).get("main.tf.json").writeTo(out);
    Golden.check(Path.of("src/test/resources/golden/vms", name, "main.tf.json"), out.toString());
  }
}
