package io.plumbline.testkit;

import static io.plumbline.dsl.Words.gib;

import io.plumbline.dsl.Blueprint;
import io.plumbline.dsl.ProxmoxBuilder;
import io.plumbline.dsl.SiteBlueprint;
import io.plumbline.dsl.Stack;
import io.plumbline.dsl.VmFleetBuilder;
import io.plumbline.dsl.VsphereBuilder;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Valid fleets of virtual machines made by chance, the same for the same seed; names are as unkind
 * as hypervisors allow.
 */
public final class RandomVms implements Stack<RandomVms.Parameters> {
  private static final String KEY =
      "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8gISIjJCUm ";

  private static final String[] UNKIND = {
    "${path.module}", "$${x}", "\"quoted\"", "a: b # c", "{{ item }}", "`id` $(id)", "Halle Süd"
  };

  /**
   * What is made.
   *
   * @param seed the same number, the same fleets
   * @param designs how many, side by side in one stack
   */
  public record Parameters(long seed, int designs) {}

  @Override
  public String name() {
    return "random-vms";
  }

  @Override
  public Class<Parameters> parameters() {
    return Parameters.class;
  }

  @Override
  public void describe(Blueprint blueprint, Parameters parameters) {
    for (int i = 0; i < parameters.designs(); i++) {
      fleet(blueprint.site(), "d" + i, new Random(parameters.seed() * 31 + i));
    }
  }

  private static void fleet(SiteBlueprint site, String id, Random random) {
    site.vmFleet(
        id,
        fleet -> {
          fleet.cpus(1 + random.nextInt(64)).memory(gib(1 + random.nextInt(512)));
          for (int i = 0; i < random.nextInt(4); i++) {
            fleet.dataDisk(gib(1 + random.nextInt(2000)));
          }
          if (random.nextBoolean()) {
            fleet.user("deploy", KEY + one(random).replace('ü', 'u'));
          }
          if (random.nextInt(4) == 0) {
            fleet.formerly(id + "-once");
          }
          if (random.nextBoolean()) {
            fleet.proxmox(p -> proxmox(fleet, p, random));
          } else {
            fleet.vsphere(v -> vsphere(fleet, v, random));
          }
        });
  }

  private static void proxmox(VmFleetBuilder fleet, ProxmoxBuilder proxmox, Random random) {
    fleet.count(1 + random.nextInt(5));
    proxmox.nodes("pve1", "pve2").perNode(3).storage("ceph-vm").template(9000, "pve1");
    if (random.nextBoolean()) {
      proxmox.vlan(1 + random.nextInt(4094));
    }
    switch (random.nextInt(3)) {
      case 0 -> proxmox.gpus(1 + random.nextInt(8), "h100");
      case 1 -> proxmox.vgpus(1, "l40s", "nvidia-" + random.nextInt(2000));
      default -> proxmox.bridge("vmbr" + random.nextInt(10));
    }
  }

  private static void vsphere(VmFleetBuilder fleet, VsphereBuilder vsphere, Random random) {
    vsphere
        .datacenter(one(random))
        .cluster(one(random))
        .datastore(one(random))
        .network(one(random))
        .template("templates/" + one(random));
    if (random.nextBoolean()) {
      int each = 1 + random.nextInt(4);
      String[] addresses =
          IntStream.range(0, each * 2)
              .mapToObj(i -> "0000:%02x:00.0".formatted(16 + i))
              .toArray(String[]::new);
      vsphere.hosts("esx1.example.com", "esx2.example.com").gpus(each, gib(80), addresses);
      fleet.count(1 + random.nextInt(4));
    }
  }

  private static String one(Random random) {
    return UNKIND[random.nextInt(UNKIND.length)];
  }
}
