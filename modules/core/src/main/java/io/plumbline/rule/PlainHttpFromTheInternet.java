package io.plumbline.rule;

import io.plumbline.model.Design;
import io.plumbline.model.LoadBalancer;
import io.plumbline.model.LoadBalancer.Protocol;

/** A load balancer that the internet reaches, and that answers there by plain HTTP. */
final class PlainHttpFromTheInternet implements Check<Design> {
  private static final Rule RULE =
      Rule.warning(
          "PLB-LB-005",
          "plain HTTP from the internet",
          "Prompts, answers and keys can be read by anybody on the way.",
          "AWS Security Hub, control ELB.1",
          "say https(443, certificate) and redirectToHttps(80, 443)");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(Design design, Problems problems) {
    for (LoadBalancer balancer : design.all(LoadBalancer.class)) {
      balancer.listeners().stream()
          .filter(listener -> !balancer.internal() && listener.protocol() == Protocol.HTTP)
          .filter(listener -> listener.redirect() == null)
          .forEach(
              listener -> problems.report(RULE, balancer, "got http(" + listener.port() + ")"));
    }
  }
}
