package io.plumbline.azure.lower;

import static java.util.Objects.requireNonNull;

import io.plumbline.azure.kinds.SecurityRule;
import io.plumbline.graph.LiveName;
import io.plumbline.graph.Resource;
import io.plumbline.model.AnyNetwork;
import io.plumbline.model.Component;
import io.plumbline.model.Network;
import io.plumbline.model.ParallelFiles;
import io.plumbline.model.SecurityRules;
import io.plumbline.model.SharedFiles;
import io.plumbline.model.Subnets;
import io.plumbline.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What lets machines reach a file system. On Azure its servers carry no rules of ours: a rule for
 * those that do would not mean them. So whoever carries the rules that a file system is secured by
 * may reach the addresses that it has; nobody else is let out to them.
 */
public final class MountRules {
  /** The most of them that one network has places for. */
  public static final int MOST = Priorities.MOUNTS;

  /** Where Azure's storage is, as rules name it. */
  private static final String STORAGE = "Storage";

  /** A network that is not ours, and all that it reaches: where its subnets are, nobody says. */
  private static final String ANYWHERE_INSIDE = "VirtualNetwork";

  private static final String NFS = "2049";

  /**
   * Ports of Lustre. Source: learn.microsoft.com, Azure Managed Lustre file system prerequisites,
   * network security groups: 988 and 1019 to 1023, both ways; read 2026-11.
   */
  private static final List<String> LUSTRE = List.of("988", "1019-1023");

  private record Opening(boolean in, String ports, String peer) {
    String part() {
      String words = (in ? "mount-in-" : "mount-out-") + ports + "-" + peer;
      return words.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9-]", "-");
    }
  }

  private final List<Component> here;

  /** Rules of the file systems among all that is on one site. */
  MountRules(List<Component> here) {
    this.here = here;
  }

  List<Resource> of(SharedFiles files, Parts parts) {
    return resources(files, parts, files.subnets(), files.securedBy());
  }

  List<Resource> of(ParallelFiles files, Parts parts) {
    return resources(files, parts, files.subnets(), files.securedBy());
  }

  private List<Resource> resources(
      Component files, Parts parts, @Nullable Subnets subnets, List<SecurityRules> carried) {
    AnyNetwork network = requireNonNull(subnets, "validated").network();
    Map<String, Integer> priorities = Priorities.ofMounts(addresses(network));
    Value carriers =
        Value.list(carried.stream().map(rules -> Value.ref(rules.id(), "id")).toList());
    List<Resource> made = new ArrayList<>();
    for (Opening opening : openings(files)) {
      int priority = requireNonNull(priorities.get(parts.address(opening.part())), "known");
      made.add(
          parts.child(
              opening.part(),
              SecurityRule.KIND,
              LiveName.shortened(files.id() + "-" + opening.part(), Names.USUAL),
              rule(opening, network, carriers, priority)));
    }
    return made;
  }

  private static Value.Obj rule(Opening opening, AnyNetwork network, Value carriers, int priority) {
    Map<String, Value> said = new LinkedHashMap<>();
    said.put("networkSecurityGroup", Value.ref(SecurityGroupParts.address(network), "id"));
    said.put("protocol", Value.text("Tcp"));
    said.put("sourcePortRange", Value.text("*"));
    said.put("destinationPortRange", Value.text(opening.ports()));
    String from = opening.in() ? "source" : "destination";
    String to = opening.in() ? "destination" : "source";
    said.put(from + "AddressPrefix", Value.text(opening.peer()));
    said.put(to + "ApplicationSecurityGroups", carriers);
    said.put("access", Value.text("Allow"));
    said.put("priority", Value.whole(priority));
    said.put("direction", Value.text(opening.in() ? "Inbound" : "Outbound"));
    return new Value.Obj(said);
  }

  /** The id of the network that a file system is in; null for all else, or where none is said. */
  public static @Nullable String network(Component component) {
    Subnets subnets =
        switch (component) {
          case SharedFiles files -> files.subnets();
          case ParallelFiles files -> files.subnets();
          default -> null;
        };
    return subnets == null ? null : subnets.network().id();
  }

  /** How many a file system takes that is in a network. */
  public static int number(Component component) {
    return openings(component).size();
  }

  /** Where all of them stand in the graph that open the same network. */
  private List<String> addresses(AnyNetwork network) {
    return here.stream()
        .filter(each -> network.id().equals(network(each)))
        .flatMap(
            each -> openings(each).stream().map(opening -> Parts.address(each, opening.part())))
        .toList();
  }

  private static List<Opening> openings(Component component) {
    List<Opening> openings = new ArrayList<>();
    switch (component) {
      case SharedFiles files -> openings.add(new Opening(false, NFS, STORAGE));
      case ParallelFiles files -> {
        for (String block : blocks(requireNonNull(files.subnets(), "validated"))) {
          for (String ports : LUSTRE) {
            openings.add(new Opening(false, ports, block));
            openings.add(new Opening(true, ports, block));
          }
        }
      }
      default -> {}
    }
    return openings;
  }

  /** All of the one subnet that a tier is: its servers may be in any of them. */
  private static List<String> blocks(Subnets subnets) {
    return subnets.network() instanceof Network ours
        ? ours.subnets(subnets.tier()).stream().map(each -> each.cidr().toString()).toList()
        : List.of(ANYWHERE_INSIDE);
  }
}
