package io.plumbline.e2e.drift;

import io.plumbline.dsl.Blueprint;
import io.plumbline.dsl.SiteBlueprint;
import io.plumbline.dsl.Stack;
import io.plumbline.model.Gpu;
import io.plumbline.model.Image;
import io.plumbline.model.Network;
import io.plumbline.model.SecurityRules;

/** More pools in one network than one template takes. */
public final class WidePools implements Stack<WidePools.Parameters> {
  /** How many. */
  public record Parameters(int pools) {}

  @Override
  public String name() {
    return "wide-pools";
  }

  @Override
  public Class<Parameters> parameters() {
    return Parameters.class;
  }

  @Override
  public void describe(Blueprint blueprint, Parameters parameters) {
    SiteBlueprint site = blueprint.site();
    Network net =
        site.network(
            "net",
            n ->
                n.cidr("10.60.0.0/16")
                    .zones("1")
                    .privateSubnets(18)
                    .publicSubnets(24)
                    .oneNatGateway());
    SecurityRules rules =
        site.securityRules(
            "rules",
            r ->
                r.in(net).amongThemselves().egress(e -> e.tcp(443).toAnywhere().because("images")));
    for (int i = 0; i < parameters.pools(); i++) {
      site.gpuPool(
          "pool-" + i,
          p ->
              p.in(net.privateSubnets())
                  .gpusPerNode(1, Gpu.T4)
                  .count(1)
                  .image(Image.id("microsoft-dsvm:ubuntu-hpc:2204:22.04.2024102301"))
                  .securedBy(rules));
    }
  }
}
