package io.plumbline.e2e.drift;

import static io.plumbline.e2e.drift.Change.drift;
import static io.plumbline.e2e.drift.Change.noDrift;

import java.util.List;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.route53.Route53Client;
import software.amazon.awssdk.services.route53.model.ChangeAction;
import software.amazon.awssdk.services.route53.model.HealthCheck;
import software.amazon.awssdk.services.route53.model.RRType;
import software.amazon.awssdk.services.route53.model.ResourceRecordSet;
import software.amazon.awssdk.services.route53.model.TagResourceType;

/** What is done to names, beside them, and to the health check of one. */
final class DnsChanges {
  private static final String API = "api.example.com.";
  private static final String STATIC = "static.example.com.";
  private static final String OWNER = "_owner.example.com.";

  private DnsChanges() {}

  static List<Change> all() {
    return List.of(
        drift(
            "a weight is moved out of its band",
            "changed api weight <- api",
            fleet -> change(fleet, API, "east", r -> r.weight(250L))),
        noDrift(
            "a weight is moved within its band",
            fleet -> change(fleet, API, "east", r -> r.weight(7L))),
        drift(
            "a name points elsewhere",
            "changed static resourceRecords <- static",
            fleet ->
                change(fleet, STATIC, null, r -> r.resourceRecords(v -> v.value("198.51.100.7")))),
        drift(
            "an answer is remembered for longer",
            "changed static ttl <- static",
            fleet -> change(fleet, STATIC, null, r -> r.ttl(86400L))),
        drift(
            "a text says something else",
            "changed owner texts <- owner",
            fleet ->
                change(
                    fleet, OWNER, null, r -> r.resourceRecords(v -> v.value("\"me \" \"too\"")))),
        noDrift(
            "a text is quoted in another way",
            fleet ->
                change(
                    fleet,
                    OWNER,
                    null,
                    r ->
                        r.resourceRecords(
                            v -> v.value("\"team=\" \"\\163erving; gr\\303\\266\\303\\237er\"")))),
        drift(
            "a balancer without nodes is answered all the same",
            "changed api aliasTarget/evaluateTargetHealth <- api",
            fleet ->
                change(
                    fleet,
                    API,
                    "east",
                    r ->
                        r.aliasTarget(
                            r.build().aliasTarget().toBuilder()
                                .evaluateTargetHealth(false)
                                .build()))),
        drift(
            "nobody looks whether a name is well",
            "changed api healthCheckId <- api",
            fleet -> change(fleet, API, "east", r -> r.healthCheckId(null))),
        drift("a name is deleted", "missing api <- api", DnsChanges::delete),
        drift(
            "somebody takes a part of the traffic",
            "unmanaged dns-record <- api",
            fleet -> add(fleet, API, "rogue")),
        noDrift("a record that was announced appears", fleet -> add(fleet, API, "west")),
        noDrift("somebody else's name appears", fleet -> add(fleet, "www.example.com.", "rogue")),
        drift(
            "the health check asks for another path",
            "changed api/health-check resourcePath <- api",
            fleet -> path(fleet, "/")),
        drift(
            "the health check is switched off",
            "changed api/health-check disabled <- api",
            fleet -> {
              disable(fleet, true);
              return () -> disable(fleet, false);
            }),
        drift(
            "the health check loses its tag",
            "changed api/health-check tags/plumbline:id <- api",
            DnsChanges::untag),
        drift(
            "the health check is deleted",
            "missing api/health-check <- api",
            DnsChanges::deleteCheck));
  }

  private static Route53Client dns(Fleet fleet) {
    return fleet.aws().route53();
  }

  private static String zone(Fleet fleet) {
    return dns(fleet).listHostedZones().hostedZones().stream()
        .filter(zone -> zone.name().equals("example.com."))
        .findFirst()
        .orElseThrow()
        .id();
  }

  private static ResourceRecordSet record(Fleet fleet, String name, String label) {
    return dns(fleet)
        .listResourceRecordSets(r -> r.hostedZoneId(zone(fleet)))
        .resourceRecordSets()
        .stream()
        .filter(each -> each.name().equals(name))
        .filter(each -> label == null || label.equals(each.setIdentifier()))
        .findFirst()
        .orElseThrow();
  }

  private static void put(Fleet fleet, ChangeAction action, ResourceRecordSet record) {
    String zone = zone(fleet);
    var change =
        software.amazon.awssdk.services.route53.model.Change.builder()
            .action(action)
            .resourceRecordSet(record)
            .build();
    dns(fleet)
        .changeResourceRecordSets(r -> r.hostedZoneId(zone).changeBatch(b -> b.changes(change)));
  }

  private static Runnable change(
      Fleet fleet, String name, String label, UnaryOperator<ResourceRecordSet.Builder> change) {
    ResourceRecordSet before = record(fleet, name, label);
    put(fleet, ChangeAction.UPSERT, change.apply(before.toBuilder()).build());
    return () -> put(fleet, ChangeAction.UPSERT, before);
  }

  private static Runnable delete(Fleet fleet) {
    ResourceRecordSet before = record(fleet, API, "east");
    put(fleet, ChangeAction.DELETE, before);
    return () -> put(fleet, ChangeAction.CREATE, before);
  }

  private static Runnable add(Fleet fleet, String name, String label) {
    ResourceRecordSet more =
        ResourceRecordSet.builder()
            .name(name)
            .type(RRType.A)
            .setIdentifier(label)
            .weight(200L)
            .ttl(60L)
            .resourceRecords(v -> v.value("198.51.100.66"))
            .build();
    put(fleet, ChangeAction.CREATE, more);
    return () -> put(fleet, ChangeAction.DELETE, more);
  }

  private static HealthCheck check(Fleet fleet) {
    return dns(fleet).listHealthChecks().healthChecks().get(0);
  }

  private static Runnable path(Fleet fleet, String other) {
    String before = check(fleet).healthCheckConfig().resourcePath();
    String id = check(fleet).id();
    dns(fleet).updateHealthCheck(r -> r.healthCheckId(id).resourcePath(other));
    return () -> dns(fleet).updateHealthCheck(r -> r.healthCheckId(id).resourcePath(before));
  }

  private static void disable(Fleet fleet, boolean off) {
    String id = check(fleet).id();
    dns(fleet).updateHealthCheck(r -> r.healthCheckId(id).disabled(off));
  }

  private static Runnable untag(Fleet fleet) {
    String id = check(fleet).id();
    dns(fleet)
        .changeTagsForResource(
            r ->
                r.resourceType(TagResourceType.HEALTHCHECK)
                    .resourceId(id)
                    .removeTagKeys("plumbline:id"));
    return () ->
        dns(fleet)
            .changeTagsForResource(
                r ->
                    r.resourceType(TagResourceType.HEALTHCHECK)
                        .resourceId(id)
                        .addTags(t -> t.key("plumbline:id").value("api/health-check")));
  }

  /** Another one in its place: AWS gives no id twice. */
  private static Runnable deleteCheck(Fleet fleet) {
    HealthCheck before = check(fleet);
    var tags =
        dns(fleet)
            .listTagsForResource(
                r -> r.resourceType(TagResourceType.HEALTHCHECK).resourceId(before.id()))
            .resourceTagSet()
            .tags();
    dns(fleet).deleteHealthCheck(r -> r.healthCheckId(before.id()));
    return () -> {
      String id =
          dns(fleet)
              .createHealthCheck(
                  r -> r.callerReference("again").healthCheckConfig(before.healthCheckConfig()))
              .healthCheck()
              .id();
      dns(fleet)
          .changeTagsForResource(
              r ->
                  r.resourceType(TagResourceType.HEALTHCHECK)
                      .resourceId(id)
                      .addTags(tags.stream().filter(t -> !t.key().startsWith("aws:")).toList()));
      ResourceRecordSet api = record(fleet, API, "east");
      put(fleet, ChangeAction.UPSERT, api.toBuilder().healthCheckId(id).build());
    };
  }
}
