package io.plumbline.rule;

import static io.plumbline.rule.Judging.accepts;
import static io.plumbline.rule.Judging.catches;
import static io.plumbline.rule.Judging.complete;
import static io.plumbline.rule.Judging.network;
import static io.plumbline.rule.Judging.pool;
import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.diagnostic.Diagnostic;
import io.plumbline.dsl.GpuPoolBuilder;
import io.plumbline.dsl.SecurityRulesBuilder;
import io.plumbline.dsl.SiteBlueprint;
import io.plumbline.kind.Dialect;
import io.plumbline.model.Network;
import io.plumbline.value.Value;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What is refused of security rules, and of pools that carry them. */
final class TrafficRulesTest {

  @Test
  void refusesSshFromEverywhere() {
    catches("PLB-SEC-001", "rules", s -> rules(s, r -> r.ingress(i -> i.tcp(22).fromAnywhere())));
    catches(
        "PLB-SEC-001", "rules", s -> rules(s, r -> r.ingress(i -> i.tcp(0, 1024).from("::/0"))));
    catches("PLB-SEC-001", "rules", s -> rules(s, r -> r.ingress(i -> i.all().from("0.0.0.0/0"))));
    accepts("PLB-SEC-001", s -> rules(s, r -> r.ingress(i -> i.tcp(22).from("10.0.0.0/8"))));
    accepts(
        "PLB-SEC-001",
        s ->
            rules(
                s,
                r ->
                    r.ingress(i -> i.udp(22).fromAnywhere())
                        .ingress(i -> i.tcp(443).fromAnywhere())));
    accepts("PLB-SEC-001", s -> rules(s, r -> r.egress(i -> i.all().toAnywhere())));
  }

  @Test
  void refusesPortsThatDoNotExist() {
    catches("PLB-SEC-002", "rules", s -> rules(s, r -> r.ingress(i -> i.tcp(65536).fromSelf())));
    catches("PLB-SEC-002", "rules", s -> rules(s, r -> r.ingress(i -> i.udp(9, 8).fromSelf())));
    accepts("PLB-SEC-002", s -> rules(s, r -> r.ingress(i -> i.udp(0, 65535).fromSelf())));
  }

  @Test
  void refusesTheSameTrafficTwice() {
    catches(
        "PLB-SEC-003",
        "rules",
        s ->
            rules(
                s,
                r ->
                    r.ingress(i -> i.tcp(80).from("10.0.0.0/8").because("a"))
                        .ingress(i -> i.tcp(80).from("10.0.0.0/8"))));
    accepts(
        "PLB-SEC-003",
        s ->
            rules(
                s,
                r ->
                    r.ingress(i -> i.tcp(80).from("10.0.0.0/8", "10.0.0.0/9"))
                        .egress(i -> i.tcp(80).to("10.0.0.0/8"))));
  }

  private static void rules(SiteBlueprint site, Consumer<SecurityRulesBuilder> setUp) {
    Network net = network(site, "net");
    site.securityRules(
        "rules",
        r -> {
          r.in(net);
          setUp.accept(r);
        });
  }

  @Test
  void warnsOfAPoolThatReachesNothing() {
    assertThat(
            catches(
                    "PLB-SEC-004",
                    "pool",
                    s -> securedPool(s, r -> r.ingress(i -> i.all().fromSelf())))
                .isError())
        .isFalse();
    accepts("PLB-SEC-004", s -> securedPool(s, SecurityRulesBuilder::amongThemselves));
  }

  private static void securedPool(SiteBlueprint site, Consumer<SecurityRulesBuilder> setUp) {
    Network net = network(site, "net");
    var rules =
        site.securityRules(
            "rules",
            r -> {
              r.in(net);
              setUp.accept(r);
            });
    complete(site, net, p -> p.securedBy(rules));
  }

  @Test
  void refusesRulesOfAnotherNetwork() {
    catches(
        "PLB-SEC-005",
        "pool",
        s -> {
          var rules = s.securityRules("rules", r -> r.in(network(s, "two")).amongThemselves());
          complete(s, network(s, "net"), p -> p.securedBy(rules));
        });
    accepts("PLB-SEC-005", s -> securedPool(s, SecurityRulesBuilder::amongThemselves));
  }

  @Test
  void refusesAPoolWithoutRules() {
    Diagnostic problem = catches("PLB-SEC-007", "pool", s -> pool(s, p -> {}));

    assertThat(problem.isError()).isTrue();
    accepts("PLB-SEC-007", s -> securedPool(s, SecurityRulesBuilder::amongThemselves));
  }

  @Test
  void takesARawSettingForTheRulesOfAPool() {
    for (String path :
        List.of(
            "vpc_security_group_ids",
            "network_interfaces",
            "LaunchTemplateData/SecurityGroupIds",
            "LaunchTemplateData/NetworkInterfaces")) {
      accepts("PLB-SEC-007", s -> pool(s, raw(path)));
    }
    catches("PLB-SEC-007", "pool", s -> pool(s, raw("disable_api_stop")));
  }

  private static Consumer<GpuPoolBuilder> raw(String path) {
    return p -> p.raw("template", Dialect.TERRAFORM, path, Value.list(), "another team's groups");
  }

  @Test
  void refusesAFabricThatNoRuleLetsThrough() {
    catches("PLB-FAB-001", "pool", s -> pool(s, GpuPoolBuilder::fabric));
    catches("PLB-FAB-001", "pool", s -> fabric(s, r -> r.egress(e -> e.all().toAnywhere())));
    catches("PLB-FAB-001", "pool", s -> fabric(s, r -> r.ingress(e -> e.all().fromSelf())));
    catches(
        "PLB-FAB-001",
        "pool",
        s -> fabric(s, r -> r.ingress(e -> e.tcp(1).fromSelf()).egress(e -> e.all().toSelf())));
    accepts("PLB-FAB-001", s -> fabric(s, SecurityRulesBuilder::amongThemselves));
    accepts("PLB-FAB-001", s -> pool(s, p -> {}));
  }

  private static void fabric(SiteBlueprint site, Consumer<SecurityRulesBuilder> allow) {
    var rules = site.securityRules("fabric", allow);
    site.gpuPool("pool", p -> p.fabric().securedBy(rules));
  }
}
