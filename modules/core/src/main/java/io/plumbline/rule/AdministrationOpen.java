package io.plumbline.rule;

import io.plumbline.model.Design;
import io.plumbline.model.Peer;
import io.plumbline.model.SecurityRules;
import io.plumbline.model.TrafficRule;
import io.plumbline.model.TrafficRule.Direction;
import io.plumbline.model.TrafficRule.Protocol;
import io.plumbline.unit.Cidr;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The whole internet may reach a port by which machines are run or looked into, SSH aside. */
final class AdministrationOpen implements Check<Design> {
  private static final Rule RULE =
      Rule.warning(
          "PLB-SEC-010",
          "administration port open to the world",
          "Behind these ports lies a login, a shell without one, or what says how the fleet is"
              + " doing; scanners find them within the hour.",
          "AWS Security Hub, controls EC2.14 and EC2.19; ports as the programs' manuals give them",
          "name the networks that may, or reach them through a session service of the provider");

  /** By port, what listens there on GPU nodes. */
  private static final Map<Integer, String> PORTS =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry(23, "telnet"),
              Map.entry(623, "IPMI"),
              Map.entry(988, "Lustre"),
              Map.entry(2049, "NFS"),
              Map.entry(2375, "Docker without a login"),
              Map.entry(2379, "etcd"),
              Map.entry(3389, "remote desktop"),
              Map.entry(5900, "VNC"),
              Map.entry(6006, "TensorBoard"),
              Map.entry(6817, "slurmctld"),
              Map.entry(6818, "slurmd"),
              Map.entry(8265, "Ray dashboard"),
              Map.entry(8888, "Jupyter"),
              Map.entry(9090, "Prometheus"),
              Map.entry(9100, "node exporter"),
              Map.entry(9400, "DCGM exporter"),
              Map.entry(10250, "kubelet")));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(Design design, Problems problems) {
    for (SecurityRules rules : design.all(SecurityRules.class)) {
      Map<String, List<String>> open = new LinkedHashMap<>();
      PORTS.forEach(
          (port, what) -> {
            String by = opening(rules, port);
            if (!by.isEmpty()) {
              open.computeIfAbsent(by, key -> new ArrayList<>()).add(port + " (" + what + ")");
            }
          });
      open.forEach(
          (by, ports) ->
              problems.report(
                  RULE,
                  rules,
                  "got "
                      + by
                      + ", which opens "
                      + String.join(", ", ports)
                      + "; allowed are blocks smaller than /7, or other rules"));
    }
  }

  /**
   * The rules that open a port to the world, by themselves or together; empty where none do. All
   * protocols at once let SSH in, which has a rule of its own.
   */
  private static String opening(SecurityRules rules, int port) {
    Map<TrafficRule, Cidr> blocks = new LinkedHashMap<>();
    for (TrafficRule rule : rules.rules()) {
      if (rule.direction() == Direction.INGRESS
          && rule.protocol() == Protocol.TCP
          && rule.allowsTcp(port)
          && rule.peer() instanceof Peer.Block block) {
        blocks.put(rule, block.cidr());
      }
    }
    List<Cidr> wide = WideOpen.of(blocks.values());
    return blocks.entrySet().stream()
        .filter(each -> wide.stream().anyMatch(block -> block.contains(each.getValue())))
        .map(each -> each.getKey().text())
        .collect(Collectors.joining(" and "));
  }
}
