package io.plumbline.testkit;

import static io.plumbline.dsl.Words.gib;

import io.plumbline.dsl.Blueprint;
import io.plumbline.dsl.HyperVBuilder;
import io.plumbline.dsl.SiteBlueprint;
import io.plumbline.dsl.Stack;
import io.plumbline.dsl.VmFleetBuilder;
import io.plumbline.model.Hypervisor.SecureBoot;
import io.plumbline.model.Hypervisor.StartAction;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Valid fleets of virtual machines on hosts of Hyper-V made by chance, the same for the same seed;
 * names are as unkind as Hyper-V allows. All fleets share the hosts.
 */
public final class RandomHyperV implements Stack<RandomHyperV.Parameters> {
  private static final String KEY =
      "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8gISIjJCUm ";

  private static final String[] UNKIND = {
    "$env:PATH", "$(hostname)", "'quoted'", "a: b # c", "{{ item }}", "`n", "Halle Süd"
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
    return "random-hyper-v";
  }

  @Override
  public Class<Parameters> parameters() {
    return Parameters.class;
  }

  @Override
  public void describe(Blueprint blueprint, Parameters parameters) {
    for (int i = 0; i < parameters.designs(); i++) {
      fleet(blueprint.site(), "h" + i, new Random(parameters.seed() * 31 + i));
    }
  }

  private static void fleet(SiteBlueprint site, String id, Random random) {
    site.vmFleet(
        id,
        fleet -> {
          fleet.count(1 + random.nextInt(6)).cpus(1 + random.nextInt(64));
          fleet.memory(gib(1 + random.nextInt(512)));
          for (int i = 0; i < random.nextInt(4); i++) {
            fleet.dataDisk(gib(1 + random.nextInt(2000)));
          }
          if (random.nextBoolean()) {
            fleet.user("deploy", KEY + one(random).replace('ü', 'u'));
          }
          if (random.nextInt(4) == 0) {
            fleet.formerly(id + "-once");
          }
          fleet.hyperV(h -> hosts(fleet, h, random));
        });
  }

  private static void hosts(VmFleetBuilder fleet, HyperVBuilder hosts, Random random) {
    hosts
        .hosts("198.18.7.1", "198.18.7.2", "198.18.7.3")
        .perHost(2)
        .folder("D:\\Virtuelle Maschinen")
        .template("C:\\ClusterStorage\\Volume1\\ubuntu-24.04 (LTS).vhdx")
        .virtualSwitch(one(random))
        .secureBoot(one(SecureBoot.values(), random))
        .startAction(one(StartAction.values(), random));
    if (random.nextBoolean()) {
      hosts.vlan(1 + random.nextInt(4094));
    }
    switch (random.nextInt(4)) {
      case 0 -> hosts.gpus(1 + random.nextInt(3), gib(80), locationPaths());
      case 1 -> hosts.gpuPartitions(1 + random.nextInt(2));
      case 2 -> {
        fleet.count(2);
        hosts.macAddresses("00:15:5d:0a:00:01", "00:15:5d:0a:00:02").mostDown(2);
      }
      default -> hosts.mostDown(1);
    }
  }

  private static String[] locationPaths() {
    return IntStream.range(0, 8)
        .mapToObj(i -> "PCIROOT(%X)#PCI(0300)#PCI(0000)".formatted(32 + i))
        .toArray(String[]::new);
  }

  private static String one(Random random) {
    return one(UNKIND, random);
  }

  private static <T> T one(T[] all, Random random) {
    return List.of(all).get(random.nextInt(all.length));
  }
}
