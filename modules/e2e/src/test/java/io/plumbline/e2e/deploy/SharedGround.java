package io.plumbline.e2e.deploy;

import io.plumbline.dsl.Blueprint;
import io.plumbline.dsl.SiteBlueprint;
import io.plumbline.dsl.Stack;

/** What other stacks stand on: a network and a bucket. */
public final class SharedGround implements Stack<SharedGround.Parameters> {

  /** What can be changed. */
  public record Parameters(String cidr) {}

  @Override
  public String name() {
    return "shared-ground";
  }

  @Override
  public Class<Parameters> parameters() {
    return Parameters.class;
  }

  @Override
  public void describe(Blueprint blueprint, Parameters p) {
    SiteBlueprint site = blueprint.site();
    var net =
        site.network(
            "net", n -> n.cidr(p.cidr()).zones("us-east-1a", "us-east-1b").publicSubnets(24));
    site.securityRules("inner", s -> s.in(net).amongThemselves());
    site.bucket("models");
    site.instanceRole("node", r -> r.allow("ec2:DescribeTags").on("*"));
  }
}
