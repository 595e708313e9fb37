package io.plumbline.aws.rule;

import io.plumbline.dsl.GpuPoolBuilder;
import io.plumbline.dsl.SecurityRulesBuilder;
import io.plumbline.dsl.SiteBlueprint;
import io.plumbline.model.Image;
import io.plumbline.model.Network;
import io.plumbline.model.SecurityRules;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * A fleet that is right but for one thing, and the code that must be said of it, alone.
 *
 * @param what in words, for the name of the test
 */
record WrongDesign(String code, String what, Consumer<SiteBlueprint> body) {

  /** Whatever the lambda describes. */
  static WrongDesign design(String code, String what, Consumer<SiteBlueprint> body) {
    return new WrongDesign(code, what, body);
  }

  /** A pool in a network with rules, all right until the lambda changes it. */
  static WrongDesign pool(String code, String what, Consumer<GpuPoolBuilder> change) {
    return new WrongDesign(code, what, site -> pool(site, change));
  }

  /** Rules of a network, right until the lambda adds to them. */
  static WrongDesign rules(String code, String what, Consumer<SecurityRulesBuilder> change) {
    return new WrongDesign(code, what, site -> rules(site, network(site), change));
  }

  /** More that lives in a network with rules for NFS and Lustre. */
  static WrongDesign beside(
      String code, String what, BiConsumer<SiteBlueprint, SecurityRules> more) {
    return new WrongDesign(code, what, site -> more.accept(site, storageRules(site)));
  }

  static Network network(SiteBlueprint site) {
    return site.network(
        "net",
        n ->
            n.cidr("10.0.0.0/16")
                .zones("us-east-1a", "us-east-1b")
                .publicSubnets(24)
                .privateSubnets(20)
                .oneNatGateway());
  }

  static SecurityRules rules(
      SiteBlueprint site, Network network, Consumer<SecurityRulesBuilder> change) {
    return site.securityRules(
        "rules",
        r -> {
          r.in(network).egress(e -> e.tcp(443).toAnywhere());
          change.accept(r);
        });
  }

  private static SecurityRules storageRules(SiteBlueprint site) {
    return rules(
        site, network(site), r -> r.lustreAmongThemselves().ingress(i -> i.tcp(2049).fromSelf()));
  }

  static void pool(SiteBlueprint site, Consumer<GpuPoolBuilder> change) {
    Network network = network(site);
    SecurityRules rules = rules(site, network, r -> {});
    site.gpuPool(
        "pool",
        p -> {
          p.in(network.privateSubnets())
              .instanceTypes("p5.48xlarge")
              .count(2)
              .image(Image.id("ami-0abcdef1234567890"))
              .securedBy(rules);
          change.accept(p);
        });
  }

  @Override
  public String toString() {
    return code + ": " + what;
  }
}
