package io.plumbline.rule;

import io.plumbline.model.Design;
import io.plumbline.model.LoadBalancer;
import io.plumbline.model.LoadBalancer.Listener;
import java.util.HashSet;
import java.util.Set;

/** A load balancer that listens twice on a port, or speaks of requests and of connections. */
final class BalancerPorts implements Check<Design> {
  private static final String ALLOWED = "; allowed are 1 to 65535";

  private static final Rule RULE =
      Rule.error(
          "PLB-LB-001",
          "ports of a load balancer impossible",
          "A port has one listener, and a balancer either understands requests or passes"
              + " connections on: providers make two kinds of them.",
          "Elastic Load Balancing User Guide, Listeners for your load balancers",
          "give each port once, from 1 to 65535; use http and https, or tcp and tls; a redirect"
              + " goes to a port that speaks https");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(Design design, Problems problems) {
    for (LoadBalancer balancer : design.all(LoadBalancer.class)) {
      Set<Integer> ports = new HashSet<>();
      for (Listener listener : balancer.listeners()) {
        if (!isPort(listener.port())) {
          problems.report(RULE, balancer, "got port " + listener.port() + ALLOWED);
        } else if (!ports.add(listener.port())) {
          problems.report(RULE, balancer, "got port " + listener.port() + " twice");
        }
        if (listener.redirect() != null && !isEncrypted(balancer, listener.redirect())) {
          problems.report(
              RULE,
              balancer,
              "got a redirect to port " + listener.redirect() + "; allowed is a port of https(…)");
        }
      }
      if (balancer.listeners().stream().map(l -> l.protocol().isHttp()).distinct().count() > 1) {
        problems.report(
            RULE, balancer, "got ports of requests and of connections; allowed is one of the two");
      }
      if (balancer.backend() != null && !isPort(balancer.backend().port())) {
        problems.report(
            RULE, balancer, "got port " + balancer.backend().port() + " of nodes" + ALLOWED);
      }
    }
  }

  private static boolean isEncrypted(LoadBalancer balancer, int port) {
    return balancer.listeners().stream()
        .anyMatch(each -> each.port() == port && each.protocol().isEncrypted());
  }

  private static boolean isPort(int port) {
    return port >= 1 && port <= 65535;
  }
}
