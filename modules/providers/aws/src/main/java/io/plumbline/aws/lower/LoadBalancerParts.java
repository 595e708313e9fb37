package io.plumbline.aws.lower;

import static java.util.Objects.requireNonNull;

import io.plumbline.aws.kinds.Listener;
import io.plumbline.aws.kinds.TargetGroup;
import io.plumbline.graph.Resource;
import io.plumbline.model.LoadBalancer;
import io.plumbline.model.LoadBalancer.Backend;
import io.plumbline.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A load balancer, the target group that its pool's nodes go into, and a listener for each port.
 */
final class LoadBalancerParts {
  static final String TARGETS = "targets";

  /** TLS 1.2 and 1.3 with forward secrecy: written out, since AWS's default changes with time. */
  private static final String SSL_POLICY = "ELBSecurityPolicy-TLS13-1-2-2021-06";

  private final LoadBalancer balancer;
  private final Parts parts;

  LoadBalancerParts(LoadBalancer balancer, Parts parts) {
    this.balancer = balancer;
    this.parts = parts;
  }

  List<Resource> resources() {
    List<Resource> made = new ArrayList<>();
    made.add(balancer());
    made.add(targets(requireNonNull(balancer.backend(), "validated")));
    balancer.listeners().forEach(listener -> made.add(listener(listener)));
    return made;
  }

  private Resource balancer() {
    boolean http = balancer.isHttp();
    Map<String, Value> attributes = new LinkedHashMap<>();
    attributes.put("name", Value.text(Names.ofBalancer(parts.name("", Names.BALANCER))));
    attributes.put("type", Value.text(http ? "application" : "network"));
    attributes.put("scheme", Value.text(balancer.internal() ? "internal" : "internet-facing"));
    attributes.put("ipAddressType", Value.text("ipv4"));
    attributes.put(
        "subnets", Value.list(SubnetIds.of(requireNonNull(balancer.subnets(), "validated"))));
    attributes.put(
        "securityGroups",
        Value.list(
            balancer.securedBy().stream().map(rules -> Value.ref(rules.id(), "id")).toList()));
    attributes.put("deletionProtection", Value.flag(false));
    if (http) {
      attributes.put("idleTimeout", Value.whole(balancer.idleTimeout().toSeconds()));
      attributes.put("dropInvalidHeaderFields", Value.flag(true));
      attributes.put("desyncMitigationMode", Value.text("defensive"));
      attributes.put("http2", Value.flag(true));
    } else {
      attributes.put("crossZone", Value.flag(true));
    }
    attributes.put("tags", parts.tags(""));
    return parts.make("", io.plumbline.aws.kinds.LoadBalancer.KIND, new Value.Obj(attributes));
  }

  private Resource targets(Backend backend) {
    boolean http = balancer.isHttp();
    boolean asks = !backend.path().isEmpty();
    Map<String, Value> attributes = new LinkedHashMap<>();
    attributes.put("name", Value.text(Names.ofBalancer(parts.name(TARGETS, Names.BALANCER))));
    attributes.put("targetType", Value.text("instance"));
    attributes.put("protocol", Value.text(http ? "HTTP" : "TCP"));
    if (http) {
      attributes.put("protocolVersion", Value.text("HTTP1"));
    }
    attributes.put("port", Value.whole(backend.port()));
    attributes.put("vpcId", requireNonNull(balancer.subnets()).network().liveId());
    attributes.put("ipAddressType", Value.text("ipv4"));
    attributes.put("healthCheckEnabled", Value.flag(true));
    attributes.put("healthCheckProtocol", Value.text(asks ? "HTTP" : "TCP"));
    attributes.put("healthCheckPort", Value.text("traffic-port"));
    if (asks) {
      attributes.put("healthCheckPath", Value.text(backend.path()));
      attributes.put("httpCode", Value.text("200"));
    }
    attributes.put("healthCheckIntervalSeconds", Value.whole(10));
    attributes.put("healthCheckTimeoutSeconds", Value.whole(5));
    attributes.put("healthyThresholdCount", Value.whole(2));
    attributes.put("unhealthyThresholdCount", Value.whole(3));
    attributes.put("deregistrationDelay", Value.whole(backend.drain().toSeconds()));
    if (http) {
      attributes.put("slowStart", Value.whole(0));
      // Answers of models differ in length by far: taking turns would pile up the long ones.
      attributes.put("loadBalancingAlgorithm", Value.text("least_outstanding_requests"));
    }
    attributes.put("tags", parts.tags(TARGETS));
    return parts.make(TARGETS, TargetGroup.KIND, new Value.Obj(attributes));
  }

  private Resource listener(LoadBalancer.Listener listener) {
    boolean encrypted = listener.protocol().isEncrypted();
    return parts.make(
        "port-" + listener.port(),
        Listener.KIND,
        Value.object(
            "loadBalancerArn", Value.ref(parts.address(""), "arn"),
            "port", Value.whole(listener.port()),
            "protocol", Value.text(listener.protocol().name()),
            "certificateArn",
                listener.certificate() == null ? Value.NULL : Value.text(listener.certificate()),
            "sslPolicy", encrypted ? Value.text(SSL_POLICY) : Value.NULL,
            "defaultActions", Value.list(action(listener))));
  }

  private Value action(LoadBalancer.Listener listener) {
    Integer port = listener.redirect();
    return port == null
        ? Value.object(
            "type", Value.text("forward"),
            "targetGroupArn", Value.ref(parts.address(TARGETS), "arn"))
        : Value.object(
            "type", Value.text("redirect"),
            "redirectConfig",
                Value.object(
                    "protocol", Value.text("HTTPS"),
                    "port", Value.text(Integer.toString(port)),
                    "host", Value.text("#{host}"),
                    "path", Value.text("/#{path}"),
                    "query", Value.text("#{query}"),
                    "statusCode", Value.text("HTTP_301")));
  }
}
