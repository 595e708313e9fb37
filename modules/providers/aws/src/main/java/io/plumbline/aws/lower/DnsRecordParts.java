package io.plumbline.aws.lower;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import io.plumbline.aws.kinds.HealthCheck;
import io.plumbline.aws.kinds.HostedZone;
import io.plumbline.graph.Lookup;
import io.plumbline.graph.Resource;
import io.plumbline.model.Design;
import io.plumbline.model.DnsRecord;
import io.plumbline.model.DnsRecord.Answer;
import io.plumbline.model.DnsRecord.HealthCheck.Protocol;
import io.plumbline.model.DnsRecord.Routing;
import io.plumbline.model.ExistingZone;
import io.plumbline.value.Value;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A record set, and the health check that decides whether it is answered. */
final class DnsRecordParts {
  static final String CHECK = "health-check";

  private static final Duration USUAL_TTL = Duration.ofMinutes(5);

  private final DnsRecord wanted;
  private final Parts parts;
  private final Design design;
  private final String region;

  DnsRecordParts(DnsRecord wanted, Parts parts, Design design, String region) {
    this.wanted = wanted;
    this.parts = parts;
    this.design = design;
    this.region = region;
  }

  static Resource existing(ExistingZone zone, Parts parts) {
    Lookup lookup =
        zone.called() == null
            ? new Lookup.ByName(HostedZone.called(zone.domain(), zone.internal()))
            : new Lookup.ById(zone.called());
    return parts.existing("", HostedZone.KIND, lookup);
  }

  List<Resource> resources() {
    Answer answer = requireNonNull(wanted.answer(), "validated");
    List<Resource> made = new ArrayList<>();
    made.add(record(answer));
    if (wanted.healthCheck() != null) {
      made.add(check(wanted.healthCheck(), answer));
    }
    return made;
  }

  private Resource record(Answer answer) {
    boolean texts = answer.type() == DnsRecord.Type.TXT;
    Map<String, Value> attributes = new LinkedHashMap<>();
    attributes.put(
        "hostedZoneId", Value.ref(requireNonNull(wanted.zone(), "validated").id(), "id"));
    attributes.put("name", Value.text(wanted.name()));
    if (!texts) {
      attributes.put("type", Value.text(answer.type().name()));
    }
    switch (answer) {
      case Answer.Balancer to -> attributes.put("aliasTarget", alias(to.balancer().id()));
      case Answer.Values values -> {
        attributes.put(texts ? "texts" : "resourceRecords", Value.texts(values.values()));
        attributes.put("ttl", Value.whole(requireNonNullElse(wanted.ttl(), USUAL_TTL).toSeconds()));
      }
    }
    if (wanted.healthCheck() != null) {
      attributes.put("healthCheckId", parts.id(CHECK));
    }
    route(attributes);
    Resource made =
        parts.make(
            "",
            texts ? io.plumbline.aws.kinds.DnsRecord.TEXTS : io.plumbline.aws.kinds.DnsRecord.KIND,
            new Value.Obj(attributes));
    return wanted.routing() instanceof Routing.Weighted weighted && weighted.band() != null
        ? made.withBand("weight", weighted.band())
        : made;
  }

  /** An answer that a balancer has no node for is none: others of the name are given then. */
  private static Value alias(String balancer) {
    return Value.object(
        "dnsName", Value.ref(balancer, "dnsName"),
        "hostedZoneId", Value.ref(balancer, "zoneId"),
        "evaluateTargetHealth", Value.flag(true));
  }

  private void route(Map<String, Value> attributes) {
    switch (wanted.routing()) {
      case Routing.Alone alone -> {}
      case Routing.Weighted weighted -> attributes.put("weight", Value.whole(weighted.weight()));
      case Routing.Failover half ->
          attributes.put("failover", Value.text(half.primary() ? "PRIMARY" : "SECONDARY"));
      case Routing.Latency latency -> attributes.put("region", Value.text(region));
    }
    String label = wanted.routing().label();
    if (label != null) {
      attributes.put("setIdentifier", Value.text(label));
      attributes.put("alongside", Value.texts(alongside()));
    }
  }

  /** Labels of all records that share the name, on every site, in one order. */
  private List<String> alongside() {
    SequencedSet<String> labels = new TreeSet<>(wanted.alongside());
    for (DnsRecord other : design.all(DnsRecord.class)) {
      String label = other.routing().label();
      if (label != null && other.standsBeside(wanted)) {
        labels.add(label);
      }
    }
    return List.copyOf(labels);
  }

  private Resource check(DnsRecord.HealthCheck check, Answer answer) {
    boolean asks = check.protocol() != Protocol.TCP;
    Value host = host(answer, asks);
    String address = address(answer);
    Map<String, Value> attributes = new LinkedHashMap<>();
    attributes.put("type", Value.text(check.protocol().name()));
    if (host != null) {
      attributes.put("fullyQualifiedDomainName", host);
    }
    if (address != null) {
      attributes.put("ipAddress", Value.text(address));
    }
    attributes.put("port", Value.whole(check.port()));
    if (asks) {
      attributes.put("resourcePath", Value.text(check.path()));
    }
    attributes.put("requestInterval", Value.whole(check.every().toSeconds()));
    attributes.put("failureThreshold", Value.whole(check.failures()));
    attributes.put("measureLatency", Value.flag(false));
    attributes.put("inverted", Value.flag(false));
    // Without a host there is no name to send, and Terraform's provider makes no check without SNI.
    if (check.protocol() == Protocol.HTTPS && host != null) {
      attributes.put("enableSni", Value.flag(true));
    }
    attributes.put("tags", parts.tags(CHECK));
    return parts.make(CHECK, HealthCheck.KIND, new Value.Obj(attributes));
  }

  /** Whom to ask, or of an address whose answer to ask it for; none where nobody can say. */
  private @Nullable Value host(Answer answer, boolean asks) {
    return switch (answer) {
      case Answer.Balancer to -> Value.ref(to.balancer().id(), "dnsName");
      case Answer.Values values when values.type() == DnsRecord.Type.CNAME ->
          Value.text(values.values().get(0));
      case Answer.Values values ->
          asks && !wanted.name().startsWith("*") ? Value.text(wanted.name()) : null;
    };
  }

  private static @Nullable String address(Answer answer) {
    return answer instanceof Answer.Values values && values.type() != DnsRecord.Type.CNAME
        ? values.values().get(0)
        : null;
  }
}
