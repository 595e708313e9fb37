package io.plumbline.aws.capacity;

import io.plumbline.aws.catalogue.Catalogue;
import io.plumbline.aws.catalogue.InstanceType;
import io.plumbline.aws.nodes.NodeGroup;
import io.plumbline.diagnostic.SourceLine;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.kind.Lens;
import io.plumbline.model.Target;
import io.plumbline.spi.LiveSource;
import io.plumbline.spi.LiveSource.Answer;
import io.plumbline.spi.Preflight;
import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whether the account's quotas of vCPUs leave room for the most nodes that a design may come to,
 * beside whatever else runs. What runs of the target itself counts once: it is part of the design.
 */
final class Quotas {
  private static final String RUNNING = "ec2:DescribeInstances(running)";
  private static final String FIX =
      "ask for more at Service Quotas, or for fewer nodes; the nodes beyond it will not start";
  private static final Value SPOT = Value.text("spot");

  private final Catalogue catalogue;
  private final LiveSource source;
  private final Target target;
  private final List<Preflight> found = new ArrayList<>();
  private final Map<VcpuQuota, Need> needs = new LinkedHashMap<>();

  Quotas(Catalogue catalogue, Target target, LiveSource source) {
    this.catalogue = catalogue;
    this.target = target;
    this.source = source;
  }

  /** vCPUs, and the line that asks for them first. */
  private record Need(long vcpus, @Nullable SourceLine line) {}

  List<Preflight> look(ResourceGraph graph) {
    for (NodeGroup group : NodeGroup.of(graph)) {
      need(group, false, group.onDemand());
      need(group, true, group.spot());
    }
    if (!needs.isEmpty()) {
      Answer running = source.call(RUNNING, List.of());
      needs.forEach((quota, need) -> found.add(compare(quota, need, running)));
    }
    return found;
  }

  /** Of several types, the preferred one counts: the others may be larger or smaller. */
  private void need(NodeGroup group, boolean spot, long nodes) {
    if (nodes == 0 || group.types().isEmpty()) {
      return;
    }
    String type = group.types().get(0);
    Long each = vcpus(type);
    VcpuQuota quota = VcpuQuota.of(type, spot);
    SourceLine line = group.group().source();
    if (each == null || quota == null) {
      found.add(
          Preflight.unreadable(
              "vCPU quota of " + type + (spot ? " as spot" : " on demand"),
              "which one counts it, or how many vCPUs it has, is not known here",
              line));
    } else {
      Need more = new Need(nodes * each, line);
      needs.merge(quota, more, (a, b) -> new Need(a.vcpus + b.vcpus, a.line));
    }
  }

  private Preflight compare(VcpuQuota quota, Need need, Answer running) {
    AccountQuota.Need all = new AccountQuota.Need(true, need.vcpus, " vCPUs", FIX, need.line);
    return new AccountQuota("ec2/" + quota.code(), quota.name())
        .compare(
            all,
            target,
            source,
            running,
            instance -> isCounted(quota, instance) ? vcpus(instance) : 0);
  }

  private static boolean isCounted(VcpuQuota quota, Obj instance) {
    return quota.spot() == instance.get("InstanceLifecycle").equals(SPOT)
        && quota.counts(text(instance.get("InstanceType")));
  }

  private long vcpus(Obj instance) {
    if (Lens.find(instance, List.of("CpuOptions", "CoreCount")) instanceof Value.Int cores
        && Lens.find(instance, List.of("CpuOptions", "ThreadsPerCore")) instanceof Value.Int each) {
      return cores.value() * each.value();
    }
    Long known = vcpus(text(instance.get("InstanceType")));
    return known == null ? 0 : known;
  }

  private @Nullable Long vcpus(String type) {
    InstanceType known = catalogue.find(type);
    return known == null ? VcpuQuota.vcpus(type) : Long.valueOf(known.vcpus());
  }

  private static String text(Value value) {
    return value instanceof Value.Text text ? text.value() : "";
  }
}
