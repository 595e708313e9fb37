package io.plumbline.aws.capacity;

import io.plumbline.graph.IdentityTags;
import io.plumbline.graph.Resource;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.model.Target;
import io.plumbline.spi.LiveSource;
import io.plumbline.spi.LiveSource.Answer;
import io.plumbline.spi.LiveSource.Failure;
import io.plumbline.spi.Preflight;
import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Whether the account's quotas of networks, fixed addresses and interfaces leave room. */
final class CountQuotas {
  private static final String QUOTA = "servicequotas:GetServiceQuota";

  /**
   * A quota that counts things.
   *
   * @param key service and code
   * @param operation what lists those that are there
   */
  private record Counted(String key, String name, String operation, Predicate<Resource> kind) {}

  private static final List<Counted> ALL =
      List.of(
          new Counted("vpc/L-F678F1CE", "VPCs per Region", "ec2:DescribeVpcs", kind("vpc")),
          new Counted(
              "ec2/L-0263D0A3",
              "EC2-VPC Elastic IPs",
              "ec2:DescribeAddresses",
              kind("elastic-ip")));
  private static final Counted INTERFACES =
      new Counted(
          "vpc/L-DF5E4CA3",
          "Network interfaces per Region",
          "ec2:DescribeNetworkInterfaces(count)",
          resource -> false);

  private final Target target;
  private final LiveSource source;

  CountQuotas(Target target, LiveSource source) {
    this.target = target;
    this.source = source;
  }

  private static Predicate<Resource> kind(String... ids) {
    return resource -> resource.isOurs() && List.of(ids).contains(resource.kind().id());
  }

  List<Preflight> look(ResourceGraph graph) {
    List<Preflight> found = new ArrayList<>();
    for (Counted each : ALL) {
      List<Resource> wanted = graph.resources().stream().filter(each.kind).toList();
      if (!wanted.isEmpty()) {
        found.add(compare(each, wanted.size()));
      }
    }
    long interfaces =
        NodeGroup.of(graph).stream()
            .mapToLong(group -> (group.onDemand() + group.spot()) * group.interfaces())
            .sum();
    if (interfaces > 0) {
      found.add(compare(INTERFACES, interfaces));
    }
    return found;
  }

  private Preflight compare(Counted quota, long needed) {
    String subject = "quota \"" + quota.name + "\" (" + quota.key.replaceFirst(".*/", "") + ")";
    Answer limit = source.call(QUOTA, List.of(quota.key));
    Answer there = source.call(quota.operation, List.of());
    Failure failure =
        limit.failure(quota.key) == null ? there.failure("") : limit.failure(quota.key);
    String plain = limit.items().isEmpty() ? "" : plain(limit.items().get(0).get("Value"));
    if (failure != null || plain.isEmpty()) {
      String reason = failure == null ? QUOTA + ": no value was answered" : failure.toString();
      return Preflight.unreadable(subject, reason, null);
    }
    long used = there.items().stream().filter(item -> !isOfTarget(item)).count();
    double most = Double.parseDouble(plain);
    String detail =
        "at least " + needed + " are needed, " + used + " are others', the quota is " + (long) most;
    return needed + used <= most
        ? Preflight.enough(subject, detail, null)
        : Preflight.lacking(
            subject, detail, "ask for more at Service Quotas, or give up what nobody needs", null);
  }

  private boolean isOfTarget(Obj item) {
    Value tags = item.has("Tags") ? item.get("Tags") : item.get("TagSet");
    return has(tags, IdentityTags.STACK, target.stack())
        && has(tags, IdentityTags.ENVIRONMENT, target.environment());
  }

  private static boolean has(Value tags, String key, String value) {
    return tags instanceof Value.Sequence all
        && all.items().stream()
            .anyMatch(
                tag ->
                    tag instanceof Obj pair
                        && pair.get("Key").equals(Value.text(key))
                        && pair.get("Value").equals(Value.text(value)));
  }

  private static String plain(Value value) {
    return switch (value) {
      case Value.Int whole -> Long.toString(whole.value());
      case Value.Decimal decimal -> decimal.value().toPlainString();
      default -> "";
    };
  }
}
