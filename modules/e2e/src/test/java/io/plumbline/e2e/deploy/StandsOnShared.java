package io.plumbline.e2e.deploy;

import io.plumbline.dsl.Blueprint;
import io.plumbline.dsl.OtherStack;
import io.plumbline.dsl.SiteBlueprint;
import io.plumbline.dsl.Stack;
import io.plumbline.model.Bucket;
import io.plumbline.model.Image;
import io.plumbline.model.InstanceRole;
import io.plumbline.model.Network;
import io.plumbline.model.SecurityRules;

/** Uses each type of thing that another stack has; its name comes before that of the other. */
public final class StandsOnShared implements Stack<StandsOnShared.Parameters> {

  /** What can be changed. */
  public record Parameters(int nodes) {}

  @Override
  public String name() {
    return "a-reader";
  }

  @Override
  public Class<Parameters> parameters() {
    return Parameters.class;
  }

  @Override
  public void describe(Blueprint blueprint, Parameters p) {
    OtherStack shared = blueprint.stack(SharedGround.class);
    Network net = shared.get("net", Network.class);
    Bucket models = shared.get("models", Bucket.class);
    SecurityRules inner = shared.get("inner", SecurityRules.class);
    SiteBlueprint site = blueprint.site();
    site.instanceRole(
        "reader",
        r -> r.allow("s3:ListBucket").on(models.arn()).allow("s3:GetObject").on(models.objects()));
    var rules = site.securityRules("rules", s -> s.in(net).ingress(r -> r.tcp(8000).from(inner)));
    site.gpuPool(
        "readers",
        pool ->
            pool.in(net.publicSubnets())
                .instanceTypes("g6.xlarge")
                .count(p.nodes())
                .image(Image.id("ami-0abcdef1234567890"))
                .role(shared.get("node", InstanceRole.class))
                .securedBy(inner, rules));
  }
}
