package io.plumbline.aws.capacity;

import io.plumbline.aws.nodes.NodeGroup;
import io.plumbline.graph.Resource;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.model.Target;
import io.plumbline.spi.LiveSource;
import io.plumbline.spi.Preflight;
import java.util.ArrayList;
import java.util.List;

/** Whether the account's quotas of networks, fixed addresses and interfaces leave room. */
final class CountQuotas {
  private static final String FIX = "ask for more at Service Quotas, or give up what nobody needs";

  /**
   * A quota that counts things.
   *
   * @param operation what lists those that are there
   * @param kind what counts of a design
   */
  private record Counted(AccountQuota quota, String operation, String kind) {}

  private static final List<Counted> ALL =
      List.of(
          new Counted(
              new AccountQuota("vpc/L-F678F1CE", "VPCs per Region"), "ec2:DescribeVpcs", "vpc"),
          new Counted(
              new AccountQuota("ec2/L-0263D0A3", "EC2-VPC Elastic IPs"),
              "ec2:DescribeAddresses",
              "elastic-ip"));
  private static final AccountQuota INTERFACES =
      new AccountQuota("vpc/L-DF5E4CA3", "Network interfaces per Region");

  private final Target target;
  private final LiveSource source;

  CountQuotas(Target target, LiveSource source) {
    this.target = target;
    this.source = source;
  }

  List<Preflight> look(ResourceGraph graph) {
    List<Preflight> found = new ArrayList<>();
    for (Counted each : ALL) {
      long wanted = graph.resources().stream().filter(r -> counts(r, each.kind)).count();
      if (wanted > 0) {
        found.add(compare(each.quota, each.operation, wanted));
      }
    }
    long interfaces =
        NodeGroup.of(graph).stream().mapToLong(group -> group.most() * group.interfaces()).sum();
    if (interfaces > 0) {
      found.add(compare(INTERFACES, "ec2:DescribeNetworkInterfaces(count)", interfaces));
    }
    return found;
  }

  private static boolean counts(Resource resource, String kind) {
    return resource.isOurs() && resource.kind().id().equals(kind);
  }

  private Preflight compare(AccountQuota quota, String operation, long needed) {
    AccountQuota.Need need = new AccountQuota.Need(false, needed, "", FIX, null);
    return quota.compare(need, target, source, source.call(operation, List.of()), each -> 1);
  }
}
