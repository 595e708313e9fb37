package io.plumbline.config;

import io.plumbline.drift.IgnoreRule;
import io.plumbline.drift.OutOfService;
import io.plumbline.drift.Tolerance;
import io.plumbline.model.Site;
import io.plumbline.model.Target;
import io.plumbline.policy.Waiver;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What one environment file says.
 *
 * @param sites in the order in which they are written
 * @param parameters of the stacks that the environment has, by stack, in the order of the stacks
 */
public record Environment(
    String name,
    List<Site> sites,
    Map<String, Record> parameters,
    List<IgnoreRule> ignore,
    List<Tolerance> tolerances,
    List<Waiver> waivers,
    List<OutOfService> outOfService) {

  public Environment {
    sites = List.copyOf(sites);
    parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    ignore = List.copyOf(ignore);
    tolerances = List.copyOf(tolerances);
    waivers = List.copyOf(waivers);
    outOfService = List.copyOf(outOfService);
  }

  /** Where every node is in service. */
  public Environment(
      String name,
      List<Site> sites,
      Map<String, Record> parameters,
      List<IgnoreRule> ignore,
      List<Tolerance> tolerances,
      List<Waiver> waivers) {
    this(name, sites, parameters, ignore, tolerances, waivers, List.of());
  }

  /** Whether everything is on this machine and nothing costs. */
  public boolean isSandbox() {
    return Target.isSandbox(name);
  }

  /** The same for a command that only looks: in the roles that sites name for that. */
  public Environment forReading() {
    List<Site> reading = sites.stream().map(Site::forReading).toList();
    return new Environment(name, reading, parameters, ignore, tolerances, waivers, outOfService);
  }
}
