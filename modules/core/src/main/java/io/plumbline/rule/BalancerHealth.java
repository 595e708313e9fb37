package io.plumbline.rule;

import io.plumbline.model.Design;
import io.plumbline.model.LoadBalancer;
import io.plumbline.model.LoadBalancer.Backend;

/** A load balancer of requests that asks its nodes for no path. */
final class BalancerHealth implements Check<Design> {
  private static final Rule RULE =
      Rule.error(
          "PLB-LB-002",
          "path of a health check not allowed",
          "A server that takes connections while its model is still being loaded would get requests"
              + " that it cannot answer.",
          "Elastic Load Balancing API Reference, CreateTargetGroup: HealthCheckPath",
          "say what answers 200 once the model is ready: forwardTo(pool, 8000, \"/health\")");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(Design design, Problems problems) {
    for (LoadBalancer balancer : design.all(LoadBalancer.class)) {
      Backend backend = balancer.backend();
      boolean optional = !balancer.isHttp();
      if (backend != null
          && !(optional && backend.path().isEmpty())
          && !backend.path().matches("/[!-~]{0,1023}")) {
        problems.report(
            RULE, balancer, "got \"" + backend.path() + "\"; allowed is such as \"/health\"");
      }
    }
  }
}
