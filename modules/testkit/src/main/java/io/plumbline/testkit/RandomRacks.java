package io.plumbline.testkit;

import static io.plumbline.dsl.Words.gib;

import io.plumbline.diagnostic.SourceLine;
import io.plumbline.dsl.BareMetalFleetBuilder;
import io.plumbline.dsl.Blueprint;
import io.plumbline.dsl.HostBmcBuilder;
import io.plumbline.dsl.HostSoftwareBuilder;
import io.plumbline.dsl.SiteBlueprint;
import io.plumbline.dsl.Stack;
import io.plumbline.model.BareMetalFleet;
import io.plumbline.model.BmcProtocol;
import io.plumbline.model.BootTarget;
import io.plumbline.model.Gpu;
import io.plumbline.model.HostState;
import io.plumbline.model.Inventory;
import io.plumbline.model.InventoryHost;
import io.plumbline.value.Value;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Valid data centres made by chance, the same for the same seed: machines in racks, what runs on
 * them, their management controllers, Slurm and Prometheus over them. Texts are as unkind as the
 * rules allow.
 */
public final class RandomRacks implements Stack<RandomRacks.Parameters> {
  private static final String KEY =
      "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8gISIjJCUm ";

  private static final List<String> CONTENTS =
      List.of(
          "{{ ansible_hostname }} {% for x in y %}{# gone #}\n",
          "#!/bin/sh\necho \"${HOME}\" `id` $(id) \\ '\n",
          "yes: no\n- ~\n",
          "größer\u2028\ttab",
          "");

  private static final List<String> WORDS =
      List.of(
          "{{x}}", "{%x%}", "$(id)", "`id`", "${HOME}", "!unsafe", "*a", "&a", "~", "1e3", "@x");

  /**
   * What is made.
   *
   * @param seed the same number, the same data centres
   * @param designs how many, side by side in one stack
   */
  public record Parameters(long seed, int designs) {}

  @Override
  public String name() {
    return "random-racks";
  }

  @Override
  public Class<Parameters> parameters() {
    return Parameters.class;
  }

  @Override
  public void describe(Blueprint blueprint, Parameters parameters) {
    for (int i = 0; i < parameters.designs(); i++) {
      new Hall(blueprint.site(), i, new Random(parameters.seed() * 31 + i)).describe();
    }
  }

  /** One design while it is made up. */
  private record Hall(SiteBlueprint site, int number, Random random) {

    void describe() {
      BareMetalFleet controller = fleet("ctl", 1, false);
      List<BareMetalFleet> workers = new ArrayList<>();
      for (int i = 0; i <= random.nextInt(3); i++) {
        workers.add(fleet("w" + i, 1 + random.nextInt(6), true));
      }
      if (random.nextBoolean()) {
        slurm(controller, workers);
      }
      if (random.nextBoolean()) {
        site.monitoring(
            "d" + number + "-metrics",
            m -> {
              m.of(workers.toArray(BareMetalFleet[]::new));
              if (random.nextBoolean()) {
                m.runsOn(controller, "2.42.0+ds-5+b5").alertmanager("alerts.example.com:9093");
              }
            });
      }
    }

    private void slurm(BareMetalFleet controller, List<BareMetalFleet> workers) {
      site.slurmCluster(
          "d" + number + "-slurm",
          s -> {
            s.controller(controller).patience(Duration.ofMinutes(1 + random.nextInt(600)));
            s.partition(
                "all", p -> p.of(workers.toArray(BareMetalFleet[]::new)).byDefault().priority(2));
            if (random.nextBoolean()) {
              s.partition(
                  "scrap", p -> p.of(workers.get(0)).longest(Duration.ofHours(3)).preempted());
            }
          });
    }

    private BareMetalFleet fleet(String id, int hosts, boolean works) {
      return site.bareMetalFleet(
          "d" + number + "-" + id,
          f -> {
            f.inventory(inventory(id, hosts)).rolling(1 + random.nextInt(3));
            f.processors(1 + random.nextInt(2), 8, 1 + random.nextInt(2)).memory(gib(64));
            if (works) {
              f.gpusPerHost(
                  1 + random.nextInt(8),
                  Gpu.H100_SXM,
                  g -> {
                    if (random.nextBoolean()) {
                      g.mig();
                    }
                  });
            }
            f.release("2026." + random.nextInt(12), r -> software(r, works));
            details(f);
            if (random.nextBoolean()) {
              BmcProtocol protocol = random.nextBoolean() ? BmcProtocol.REDFISH : BmcProtocol.IPMI;
              f.bmc(protocol, bmc -> bmc(bmc, protocol));
            }
          });
    }

    private void software(HostSoftwareBuilder release, boolean works) {
      release.nodeExporter("1.5.0-1+b6").pin("tool" + random.nextInt(9), "5:1.0~rc1-1^x");
      if (works) {
        release.driver("570.124.06").gpuExporter("4.1.3-1", "1:4.2.3-1");
        if (random.nextBoolean()) {
          release.docker("5:27.5.1-1", "1.7.25-1").containerToolkit("1.17.8-1");
        }
        if (random.nextBoolean()) {
          release.nccl("NCCL_IB_HCA", "=mlx5_0:1,{{x}}");
        }
      }
      if (random.nextBoolean()) {
        release.services("getty@tty1", "a:b_c");
      }
    }

    private void details(BareMetalFleetBuilder fleet) {
      if (random.nextBoolean()) {
        fleet.sysctl("net.ipv4.tcp_rmem", "4096 " + oneOf(WORDS) + " 6291456");
      }
      if (random.nextBoolean()) {
        fleet.mount("/data", "nfs01:/export/" + oneOf(WORDS), "nfs4", "ro", "x=" + oneOf(WORDS));
      }
      if (random.nextBoolean()) {
        fleet.group("research", 4000 + random.nextInt(1000));
        fleet.account(
            "ann",
            2001 + random.nextInt(1000),
            a ->
                a.gid(3001 + random.nextInt(999))
                    .groups("docker", "research")
                    .keys(KEY + oneOf(WORDS) + " # '" + oneOf(WORDS)));
      }
      for (int i = 0; i < random.nextInt(4); i++) {
        fleet.file("/etc/d/a@b+c=" + i + "~", Value.text(oneOf(CONTENTS)), "0640");
      }
      if (random.nextBoolean()) {
        fleet.link("ib0", random.nextBoolean() ? 400_000 : 0);
      }
    }

    private void bmc(HostBmcBuilder bmc, BmcProtocol protocol) {
      bmc.poweredOn();
      if (protocol == BmcProtocol.REDFISH) {
        bmc.bootOrder(BootTarget.DISK, BootTarget.NETWORK).firmware("1.74").bios("{{x}} 2.1");
      }
    }

    private Inventory inventory(String id, int hosts) {
      List<InventoryHost> rows = new ArrayList<>();
      for (int i = 1; i <= hosts; i++) {
        // Some are out of work, but never all.
        HostState state =
            i > 1 && random.nextInt(4) == 0 ? HostState.IN_REPAIR : HostState.IN_SERVICE;
        String name = "d" + number + "-" + id + "-" + i;
        int place = number * 200 + Math.floorMod(id.hashCode(), 20) * 8 + i;
        rows.add(
            new InventoryHost(
                name,
                "198.18." + (place / 250) + "." + (1 + place % 250),
                "SN/" + name + "+1",
                "r." + random.nextInt(3),
                i,
                null,
                "198.19." + (place / 250) + "." + (1 + place % 250),
                state,
                new SourceLine("random.csv", i + 1)));
      }
      return new Inventory("random.csv", rows);
    }

    private String oneOf(List<String> choices) {
      return choices.get(random.nextInt(choices.size()));
    }
  }
}
