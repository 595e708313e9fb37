package io.plumbline.live.aws;

import static io.plumbline.live.aws.Operation.byKey;

import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.route53.model.HealthCheck;
import software.amazon.awssdk.services.route53.model.HostedZone;
import software.amazon.awssdk.services.route53.model.ResourceRecordSet;
import software.amazon.awssdk.services.route53.model.TagResourceType;

/**
 * Route 53, one line an operation. It takes five requests a second of an account, whoever asks, so
 * pages are as large as they may be. Names are answered as people write them: in lower case,
 * without the last dot, and without the escapes that Route 53 puts in.
 */
final class DnsOperations {
  private DnsOperations() {}

  /** So many are asked for their tags at a time. */
  private static final int TAGS_OF = 10;

  private static final String ZONE = "/hostedzone/";

  /** Of a balancer, both kinds of addresses: for those of IPv4 it is the balancer itself. */
  private static final String BOTH = "dualstack.";

  private static final Pattern OCTAL = Pattern.compile("\\\\([0-3][0-7]{2})");

  static final List<Operation> ALL =
      List.of(
          new Operation(
              "route53:ListHealthChecks",
              HealthCheck::builder,
              null,
              (aws, keys, asking) -> asking.ask("", items -> healthChecks(aws, items))),
          new Operation(
              "route53:ListHostedZones",
              HostedZone::builder,
              null,
              (aws, keys, asking) ->
                  asking.ask(
                      "",
                      items ->
                          Operation.addAll(
                              aws.route53().listHostedZonesPaginator(r -> r.maxItems("100")),
                              "HostedZones",
                              zone -> items.accept(called(zone))))),
          byKey(
              "route53:ListResourceRecordSets",
              ResourceRecordSet::builder,
              "HostedZoneId",
              Set.of("NoSuchHostedZone"),
              (aws, zone, items) ->
                  Operation.addAll(
                      aws.route53()
                          .listResourceRecordSetsPaginator(
                              r -> r.hostedZoneId(zone).maxItems("300")),
                      "ResourceRecordSets",
                      record -> items.accept(readable(record, zone)))));

  private static void healthChecks(AwsServices aws, Consumer<Obj> items) {
    List<Obj> checks = new ArrayList<>();
    Operation.addAll(
        aws.route53().listHealthChecksPaginator(r -> r.maxItems("100")),
        "HealthChecks",
        checks::add);
    for (int i = 0; i < checks.size(); i += TAGS_OF) {
      List<Obj> some = checks.subList(i, Math.min(i + TAGS_OF, checks.size()));
      Map<String, Value> tags = tags(aws, some.stream().map(c -> text(c, "Id")).toList());
      some.forEach(
          check ->
              items.accept(
                  with(check, "Tags", tags.getOrDefault(text(check, "Id"), Value.list()))));
    }
  }

  private static Map<String, Value> tags(AwsServices aws, List<String> ids) {
    Map<String, Value> tags = new HashMap<>();
    Operation.addAll(
        List.of(
            aws.route53()
                .listTagsForResources(
                    r -> r.resourceType(TagResourceType.HEALTHCHECK).resourceIds(ids))),
        "ResourceTagSets",
        each -> tags.put(text(each, "ResourceId"), each.get("Tags")));
    return tags;
  }

  /** A zone with its bare id, and with what it is called: a domain may have a private one too. */
  private static Obj called(Obj zone) {
    boolean internal =
        zone.get("Config") instanceof Obj config
            && config.get("PrivateZone").equals(Value.flag(true));
    String called = name(text(zone, "Name")) + (internal ? " (private)" : "");
    Obj named = with(zone, "Called", Value.text(called));
    return with(named, "ZoneId", Value.text(text(zone, "Id").replace(ZONE, "")));
  }

  private static Obj readable(Obj record, String zone) {
    String name = name(text(record, "Name"));
    Obj read = with(record, "Name", Value.text(name));
    if (record.get("AliasTarget") instanceof Obj target) {
      String host = name(text(target, "DNSName"));
      String one = host.startsWith(BOTH) ? host.substring(BOTH.length()) : host;
      read = with(read, "AliasTarget", with(target, "DNSName", Value.text(one)));
    }
    return record.has("SetIdentifier")
        ? with(read, "Shared", Value.text(zone + " " + name + " " + text(record, "Type")))
        : read;
  }

  private static String name(String answered) {
    String plain =
        OCTAL
            .matcher(answered)
            .replaceAll(
                m ->
                    Matcher.quoteReplacement(
                        String.valueOf((char) Integer.parseInt(m.group(1), 8))));
    String lower = plain.toLowerCase(Locale.ROOT);
    return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
  }

  private static String text(Obj document, String member) {
    return document.get(member) instanceof Value.Text text ? text.value() : "";
  }

  private static Obj with(Obj document, String member, Value value) {
    Map<String, Value> members = new LinkedHashMap<>(document.members());
    members.put(member, value);
    return new Obj(members);
  }
}
