package io.plumbline.onprem.rule;

import static io.plumbline.dsl.Words.gib;
import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.diagnostic.Diagnostic;
import io.plumbline.dsl.HyperVBuilder;
import io.plumbline.dsl.ProxmoxBuilder;
import io.plumbline.dsl.VmFleetBuilder;
import io.plumbline.dsl.VsphereBuilder;
import io.plumbline.model.Design;
import io.plumbline.model.Site;
import io.plumbline.model.Target;
import io.plumbline.onprem.OnPremProvider;
import io.plumbline.rule.DesignChecks;
import io.plumbline.rule.Problems;
import io.plumbline.testkit.Describing;
import io.plumbline.unit.DataSize;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule of VM fleets, by one that is wrong in that one thing: its code, and no other. */
final class WrongVmsTest {
  private static final Site SITE =
      new Site(
          "hall",
          "onprem",
          "terraform",
          Map.of("proxmox.endpoint", "https://198.18.0.2:8006/", "vsphere.server", "198.18.0.3"),
          null);

  private static final String KEY =
      "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8gISIjJCUm ann@desk";

  private static final String GPU = "PCIROOT(20)#PCI(0300)#PCI(0000)";

  record Wrong(String code, String what, Site site, Consumer<VmFleetBuilder> change) {
    @Override
    public String toString() {
      return code + ": " + what;
    }
  }

  static Stream<Wrong> designs() {
    return Stream.of(
        fleet("PLB-VM-001", "none", f -> f.count(0)),
        proxmox("PLB-VM-001", "more than nodes have room for", p -> p.perNode(1)),
        proxmox("PLB-VM-001", "no room", p -> p.perNode(0)),
        fleet("PLB-VM-001", "no processor", f -> f.cpus(0)),
        fleet("PLB-VM-001", "odd memory", f -> f.memory(DataSize.mib(1023))),
        fleet("PLB-VM-001", "too little memory", f -> f.memory(DataSize.mib(256))),
        fleet("PLB-VM-001", "half a GiB of disk", f -> f.bootDisk(DataSize.mib(1536))),
        fleet("PLB-VM-001", "no disk", f -> f.dataDisk(gib(0))),
        proxmox("PLB-VM-002", "no node", p -> p.nodes()),
        proxmox("PLB-VM-002", "one node twice", p -> p.nodes("pve1", "pve1")),
        proxmox("PLB-VM-002", "node with a dot", p -> p.nodes("pve.1")),
        proxmox("PLB-VM-002", "no storage", p -> p.storage("")),
        proxmox("PLB-VM-002", "template of the host", p -> p.template(99, "pve1")),
        proxmox("PLB-VM-002", "long bridge", p -> p.bridge("vmbr012345678901")),
        proxmox("PLB-VM-002", "VLAN 4095", p -> p.vlan(4095)),
        vsphere("PLB-VM-002", "no cluster", v -> v.cluster("")),
        vsphere("PLB-VM-002", "path of a datastore", v -> v.datastore("a/b")),
        vsphere("PLB-VM-002", "line end", v -> v.network("a\nb")),
        proxmox("PLB-VM-003", "no GPU", p -> p.gpus(0, "h100")),
        proxmox("PLB-VM-003", "17 GPUs", p -> p.gpus(17, "h100")),
        proxmox("PLB-VM-003", "comma in a mapping", p -> p.gpus(1, "h100,rombar=0")),
        proxmox("PLB-VM-003", "comma in a profile", p -> p.vgpus(1, "h100", "a,b")),
        vsphere("PLB-VM-003", "GPUs of no host", v -> v.hosts()),
        vsphere("PLB-VM-003", "too few GPUs", v -> v.gpus(2, gib(80), "0000:c1:00.0")),
        vsphere("PLB-VM-003", "GPU twice", v -> v.gpus(1, gib(80), "0000:c1:00.0", "0000:c1:00.0")),
        vsphere("PLB-VM-003", "short address", v -> v.gpus(1, gib(80), "c1:00.0")),
        hyperV(
            "PLB-VM-001", "more than hosts have room for", h -> h.hosts("198.18.0.4").perHost(1)),
        hyperV("PLB-VM-001", "all down and more", h -> h.mostDown(3)),
        hyperV("PLB-VM-002", "no host", h -> h.hosts()),
        hyperV("PLB-VM-002", "another in repair", h -> h.inRepair("198.18.0.9")),
        hyperV("PLB-VM-002", "a range of hosts", h -> h.hosts("hv[1:9]").perHost(2)),
        hyperV("PLB-VM-002", "relative folder", h -> h.folder("VMs")),
        hyperV("PLB-VM-002", "wildcard in a folder", h -> h.folder("D:\\VMs[1]")),
        hyperV("PLB-VM-002", "ISO as template", h -> h.template("D:\\a.iso")),
        hyperV("PLB-VM-002", "no switch", h -> h.virtualSwitch("")),
        hyperV("PLB-VM-002", "VLAN 0", h -> h.vlan(0)),
        hyperV("PLB-VM-002", "MAC of one", h -> h.macAddresses("00:15:5d:00:00:01")),
        hyperV(
            "PLB-VM-002",
            "MAC of many",
            h -> h.macAddresses("01:15:5d:00:00:01", "00:15:5d:00:00:02")),
        hyperV("PLB-VM-003", "address of vSphere", h -> h.gpus(1, gib(80), "0000:c1:00.0")),
        hyperV("PLB-VM-003", "one GPU for two", h -> h.perHost(2).gpus(1, gib(80), GPU)),
        hyperV("PLB-VM-003", "both", h -> h.gpus(1, gib(80), GPU).gpuPartitions(1)),
        hyperV("PLB-VM-003", "33 partitions", h -> h.gpuPartitions(33)),
        new Wrong("PLB-DC-006", "by Terraform", SITE, f -> f.hyperV(WrongVmsTest::right)),
        fleet("PLB-VM-004", "root", f -> f.user("root", KEY)),
        fleet("PLB-VM-004", "no key", f -> f.user("ann")),
        fleet("PLB-VM-004", "no public key", f -> f.user("ann", "secret")),
        new Wrong("PLB-DC-006", "by Ansible", engine("ansible"), f -> {}),
        new Wrong(
            "PLB-DC-005",
            "nowhere",
            new Site("hall", "onprem", "terraform", Map.of(), null),
            f -> {}));
  }

  private static Site engine(String engine) {
    return new Site("hall", "onprem", engine, SITE.settings(), null);
  }

  private static Wrong fleet(String code, String what, Consumer<VmFleetBuilder> change) {
    return new Wrong(code, what, SITE, change);
  }

  private static Wrong proxmox(String code, String what, Consumer<ProxmoxBuilder> change) {
    return fleet(
        code,
        what,
        f ->
            f.proxmox(
                p -> {
                  right(p);
                  change.accept(p);
                }));
  }

  private static Wrong vsphere(String code, String what, Consumer<VsphereBuilder> change) {
    return fleet(
        code,
        what,
        f ->
            f.vsphere(
                v -> {
                  v.datacenter("dc").cluster("gpu").datastore("nvme").network("vms").template("t");
                  v.hosts("esx1", "esx2").gpus(1, gib(80), "0000:c1:00.0");
                  change.accept(v);
                }));
  }

  private static Wrong hyperV(String code, String what, Consumer<HyperVBuilder> change) {
    return new Wrong(
        code,
        what,
        engine("ansible"),
        f ->
            f.hyperV(
                h -> {
                  right(h);
                  change.accept(h);
                }));
  }

  private static void right(HyperVBuilder hyperV) {
    hyperV.hosts("198.18.0.4", "198.18.0.5").folder("D:\\VMs").template("D:\\Templates\\a.vhdx");
    hyperV.virtualSwitch("training");
  }

  private static void right(ProxmoxBuilder proxmox) {
    proxmox.nodes("pve1").perNode(2).storage("ceph").template(9000, "pve1");
  }

  @ParameterizedTest
  @MethodSource("designs")
  void saysItsCodeAndNoOther(Wrong wrong) {
    assertThat(codes("test", wrong.site(), wrong.change())).containsExactly(wrong.code());
  }

  @Test
  void leaveNoRuleOut() {
    Set<String> codes =
        DesignChecks.ALL.stream()
            .map(check -> check.rule().code())
            .filter(code -> code.startsWith("PLB-VM-"))
            .collect(Collectors.toSet());
    assertThat(codes).hasSize(4);
    designs().map(Wrong::code).forEach(codes::remove);
    assertThat(codes).isEmpty();
  }

  @Test
  void takesARightOne() {
    assertThat(codes("test", SITE, f -> {})).isEmpty();
    assertThat(codes("sandbox", SITE, f -> {})).isEmpty();
  }

  @Test
  void reachesNoRealHypervisorFromASandbox() {
    Map<String, String> far = Map.of("proxmox.endpoint", "https://pve.example.com:8006/");
    Site site = new Site("hall", "onprem", "terraform", far, null);
    assertThat(codes("test", site, f -> {})).isEmpty();
    assertThat(codes("sandbox", site, f -> {})).containsExactly("PLB-DC-003");
  }

  @Test
  void takesARightOneOfHyperV() {
    Consumer<VmFleetBuilder> right = f -> f.hyperV(WrongVmsTest::right);
    assertThat(codes("test", engine("ansible"), right)).isEmpty();
    assertThat(codes("sandbox", engine("ansible"), right)).isEmpty();
    assertThat(
            codes(
                "sandbox",
                engine("ansible"),
                f ->
                    f.hyperV(
                        h -> {
                          right(h);
                          h.hosts("198.18.0.4", "hv.example.com");
                        })))
        .containsExactly("PLB-DC-003");
  }

  private static Set<String> codes(String environment, Site site, Consumer<VmFleetBuilder> change) {
    Design design =
        Describing.on(
            site,
            on ->
                on.vmFleet(
                    "vms",
                    fleet -> {
                      fleet.count(2).memory(gib(64)).proxmox(WrongVmsTest::right);
                      change.accept(fleet);
                    }));
    Problems problems = new Problems();
    DesignChecks.run(design, problems);
    List<Diagnostic> all = new ArrayList<>(problems.all());
    all.addAll(new OnPremProvider().validate(design, new Target(environment, "fleet", site)));
    return all.stream().map(Diagnostic::code).collect(Collectors.toSet());
  }
}
