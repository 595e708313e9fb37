package io.plumbline.testkit;

import static io.plumbline.dsl.Words.days;
import static io.plumbline.dsl.Words.gib;

import io.plumbline.dsl.Blueprint;
import io.plumbline.dsl.SiteBlueprint;
import io.plumbline.dsl.Stack;
import io.plumbline.model.Bucket;
import io.plumbline.model.Endpoint;
import io.plumbline.model.Image;
import io.plumbline.model.InstanceRole;
import io.plumbline.model.Network;
import io.plumbline.model.SecurityRules;
import java.util.List;

/**
 * A fleet of training nodes with eight GPUs each, in several sites: what a check takes is measured
 * on it where the provider limits how often it may be asked.
 */
public final class GpuFleet implements Stack<GpuFleet.Parameters> {

  /**
   * How large it is.
   *
   * @param pools in each site
   * @param nodes in each pool
   */
  public record Parameters(List<String> sites, int pools, int nodes) {}

  @Override
  public String name() {
    return "gpu-fleet";
  }

  @Override
  public Class<Parameters> parameters() {
    return Parameters.class;
  }

  @Override
  public void describe(Blueprint blueprint, Parameters parameters) {
    parameters.sites().forEach(site -> describe(blueprint.site(site), parameters));
  }

  private static void describe(SiteBlueprint site, Parameters parameters) {
    String here = "-" + site.name();
    Network network =
        site.network(
            "net" + here,
            n ->
                n.cidr("10.0.0.0/16")
                    .zones(site.region() + "a", site.region() + "b")
                    .publicSubnets(24)
                    .privateSubnets(20)
                    .natGatewayPerZone()
                    .endpoints(Endpoint.OBJECT_STORE));
    SecurityRules fabric =
        site.securityRules(
            "fabric" + here,
            s -> s.in(network).amongThemselves().egress(r -> r.tcp(443).toAnywhere()));
    Bucket checkpoints =
        site.bucket(
            "checkpoints" + here, b -> b.lifecycle("tidy", l -> l.expireNoncurrentAfter(days(30))));
    InstanceRole node =
        site.instanceRole("node" + here, r -> r.allow("s3:GetObject").on(checkpoints.objects()));
    for (int i = 0; i < parameters.pools(); i++) {
      site.gpuPool(
          "trainers-" + i + here,
          pool ->
              pool.in(network.privateSubnets())
                  .instanceTypes("p5.48xlarge")
                  .count(parameters.nodes())
                  .image(Image.id("ami-0abcdef1234567890"))
                  .rootDisk(gib(500))
                  .bootScript("#!/bin/bash\nset -euo pipefail\nnvidia-smi -pm 1\n")
                  .role(node)
                  .securedBy(fabric));
    }
  }
}
