package io.plumbline.testkit;

import static io.plumbline.dsl.Words.band;
import static io.plumbline.dsl.Words.gib;
import static io.plumbline.dsl.Words.usdPerHour;

import io.plumbline.dsl.Blueprint;
import io.plumbline.dsl.Stack;
import io.plumbline.model.Image;
import io.plumbline.model.InstanceRole;
import io.plumbline.model.Network;
import io.plumbline.model.SecurityRules;

/**
 * A fleet of many pools in one network: what benchmarks measure, and what shows that cost grows
 * with size and no faster.
 */
public final class ManyPools implements Stack<ManyPools.Parameters> {

  /** How many pools; every second one is spot. */
  public record Parameters(int pools) {}

  @Override
  public String name() {
    return "many-pools";
  }

  @Override
  public Class<Parameters> parameters() {
    return Parameters.class;
  }

  @Override
  public void describe(Blueprint blueprint, Parameters parameters) {
    var site = blueprint.site();
    Network net =
        site.network(
            "net",
            n ->
                n.cidr("10.0.0.0/16")
                    .zones(site.region() + "a", site.region() + "b")
                    .privateSubnets(20));
    SecurityRules fabric =
        site.securityRules("fabric", s -> s.in(net).egress(r -> r.all().toAnywhere()));
    InstanceRole role =
        site.instanceRole("node", r -> r.managedPolicy("AmazonSSMManagedInstanceCore"));
    for (int i = 0; i < parameters.pools(); i++) {
      boolean spot = i % 2 == 1;
      site.gpuPool(
          "pool-" + i,
          p -> {
            p.in(net.privateSubnets()).securedBy(fabric).role(role);
            p.image(Image.id("ami-0abcdef1234567890")).rootDisk(gib(200));
            p.bootScript("#!/bin/bash\nset -euo pipefail\nnvidia-smi -pm 1\n");
            p.count(band(0, 16).ownedBy("autoscaler"));
            if (spot) {
              p.instanceTypes("g5.12xlarge", "g6.12xlarge")
                  .spot(s -> s.maxPrice(usdPerHour("4.5")).onDemandBase(1));
            } else {
              p.instanceTypes("p5.48xlarge");
            }
          });
    }
  }
}
