package io.plumbline.e2e.drift;

import static io.plumbline.e2e.drift.Change.drift;

import java.util.List;
import java.util.function.Consumer;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Action;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Listener;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ModifyListenerRequest;

/** What is done to a load balancer's ports: who gets an answer, from whom, and in the clear. */
final class ListenerChanges {
  private static final Action REFUSE =
      Action.builder()
          .type("fixed-response")
          .fixedResponseConfig(f -> f.statusCode("503").contentType("text/plain").messageBody("no"))
          .build();

  private ListenerChanges() {}

  static List<Change> all() {
    return List.of(
        drift(
            "a port takes old ciphers",
            "changed front/port-443 sslPolicy <- front",
            modified(443, r -> r.sslPolicy("ELBSecurityPolicy-2016-08"))),
        drift(
            "a port shows another certificate",
            "changed front/port-443 certificateArn <- front",
            modified(
                443,
                r ->
                    r.certificates(
                        c ->
                            c.certificateArn(
                                "arn:aws:acm:us-east-1:123456789012:certificate/another")))),
        drift(
            "a port is another one",
            "changed front/port-443 port <- front",
            modified(443, r -> r.port(8443))),
        new Change(
            "a port refuses everybody",
            List.of(
                "changed front/port-443 defaultActions/0/type <- front",
                "changed front/port-443 defaultActions/0/targetGroupArn <- front",
                "changed front/port-443 defaultActions/0/fixedResponseConfig <- front"),
            modified(443, r -> r.defaultActions(REFUSE))),
        drift(
            "a port redirects elsewhere",
            "changed front/port-80 defaultActions/0/redirectConfig/host <- front",
            modified(
                80,
                r ->
                    r.defaultActions(
                        a ->
                            a.type("redirect")
                                .redirectConfig(
                                    t ->
                                        t.protocol("HTTPS")
                                            .port("443")
                                            .host("example.com")
                                            .path("/#{path}")
                                            .query("#{query}")
                                            .statusCode("HTTP_301"))))),
        drift("a port is closed", "missing front/port-80 <- front", ListenerChanges::closed),
        drift("a port is opened", "unmanaged listener <- front", ListenerChanges::opened),
        drift(
            "a rule answers for the nodes",
            "unmanaged listener-rule <- front",
            ListenerChanges::rule));
  }

  private static Change.Deed modified(int port, Consumer<ModifyListenerRequest.Builder> change) {
    return fleet -> {
      Listener before = fleet.listener(port);
      String arn = before.listenerArn();
      fleet.balancing().modifyListener(r -> r.listenerArn(arn).applyMutation(change));
      return () -> fleet.balancing().modifyListener(r -> restored(r, before));
    };
  }

  private static void restored(ModifyListenerRequest.Builder request, Listener before) {
    request
        .listenerArn(before.listenerArn())
        .port(before.port())
        .protocol(before.protocol())
        .sslPolicy(before.sslPolicy())
        .certificates(before.certificates())
        .defaultActions(before.defaultActions());
  }

  private static Runnable closed(Fleet fleet) {
    Listener before = fleet.listener(80);
    fleet.balancing().deleteListener(r -> r.listenerArn(before.listenerArn()));
    return () ->
        fleet
            .balancing()
            .createListener(
                r ->
                    r.loadBalancerArn(before.loadBalancerArn())
                        .port(before.port())
                        .protocol(before.protocol())
                        .defaultActions(before.defaultActions()));
  }

  private static Runnable opened(Fleet fleet) {
    String balancer = fleet.balancer().loadBalancerArn();
    String made =
        fleet
            .balancing()
            .createListener(
                r ->
                    r.loadBalancerArn(balancer)
                        .port(8080)
                        .protocol("HTTP")
                        .defaultActions(fleet.listener(443).defaultActions()))
            .listeners()
            .get(0)
            .listenerArn();
    return () -> fleet.balancing().deleteListener(r -> r.listenerArn(made));
  }

  private static Runnable rule(Fleet fleet) {
    String listener = fleet.listener(443).listenerArn();
    String made =
        fleet
            .balancing()
            .createRule(
                r ->
                    r.listenerArn(listener)
                        .priority(1)
                        .conditions(
                            c -> c.field("path-pattern").pathPatternConfig(p -> p.values("/v1/*")))
                        .actions(REFUSE))
            .rules()
            .get(0)
            .ruleArn();
    return () -> fleet.balancing().deleteRule(r -> r.ruleArn(made));
  }
}
