package io.plumbline.dsl;

import io.plumbline.model.AnyNetwork;
import io.plumbline.model.SecurityRules;
import io.plumbline.model.TrafficRule;
import io.plumbline.model.TrafficRule.Direction;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Sets up security rules. Needed: {@link #in}. With no rule, nothing may come in, and nothing may
 * go out.
 */
public final class SecurityRulesBuilder
    extends ComponentBuilder<SecurityRules, SecurityRulesBuilder> {
  private final List<TrafficRule> rules = new ArrayList<>();
  private @Nullable AnyNetwork network;
  private @Nullable String description;

  SecurityRulesBuilder(Order order) {
    super("security rules", order);
  }

  /** The network that they hold in. */
  public SecurityRulesBuilder in(AnyNetwork where) {
    network = where;
    return this;
  }

  /**
   * What they are for; by default the id. Most providers cannot change it later without replacing.
   */
  public SecurityRulesBuilder describedAs(String text) {
    description = text;
    return this;
  }

  /** Traffic that may come in: {@code r -> r.tcp(22).from("10.0.0.0/8").because("office")}. */
  public SecurityRulesBuilder ingress(Consumer<TrafficRuleBuilder.Ingress> setUp) {
    var rule = new TrafficRuleBuilder.Ingress(this);
    setUp.accept(rule);
    rules.addAll(rule.rules(Direction.INGRESS));
    return this;
  }

  /** Traffic that may go out: {@code r -> r.tcp(443).toAnywhere()}. */
  public SecurityRulesBuilder egress(Consumer<TrafficRuleBuilder.Egress> setUp) {
    var rule = new TrafficRuleBuilder.Egress(this);
    setUp.accept(rule);
    rules.addAll(rule.rules(Direction.EGRESS));
    return this;
  }

  /**
   * Everything, both ways, among all that carry these rules: what RDMA fabrics such as EFA need.
   */
  public SecurityRulesBuilder amongThemselves() {
    return ingress(r -> r.all().fromSelf()).egress(r -> r.all().toSelf());
  }

  /**
   * What servers and machines of a Lustre file system say to each other, both ways, among all that
   * carry these rules.
   */
  public SecurityRulesBuilder lustreAmongThemselves() {
    return ingress(r -> r.tcp(988).fromSelf())
        .ingress(r -> r.tcp(1018, 1023).fromSelf())
        .egress(r -> r.tcp(988).toSelf())
        .egress(r -> r.tcp(1018, 1023).toSelf());
  }

  @Override
  SecurityRulesBuilder self() {
    return this;
  }

  @Override
  SecurityRules build() {
    if (network == null) {
      report(Incomplete.RULE, "they hold in no network; say in(network)");
    }
    return new SecurityRules(identity(), network, describe(), rules);
  }

  /** Providers replace a group whose description changes: renaming alone must not change it. */
  private String describe() {
    String id = identity().formerly() == null ? identity().id() : identity().formerly();
    return description == null ? id : description;
  }
}
