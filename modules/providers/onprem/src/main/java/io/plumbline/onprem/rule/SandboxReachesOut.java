package io.plumbline.onprem.rule;

import io.plumbline.model.BareMetalFleet;
import io.plumbline.model.Hypervisor.HyperV;
import io.plumbline.model.InventoryHost;
import io.plumbline.model.Site;
import io.plumbline.model.VmFleet;
import io.plumbline.rule.Check;
import io.plumbline.rule.Problems;
import io.plumbline.rule.Rule;
import io.plumbline.unit.Cidr;
import java.util.List;

/** In the environment where nobody is asked before a change, a machine may be a real one. */
final class SandboxReachesOut implements Check<OnPremScope> {
  /** Loopback, and what is kept for measurements between machines of one's own (RFC 6890). */
  private static final List<Cidr> NEVER_ROUTED =
      List.of(Cidr.parse("127.0.0.0/8"), Cidr.parse("198.18.0.0/15"), Cidr.parse("::1/128"));

  private static final Rule RULE =
      Rule.error(
          "PLB-DC-003",
          "sandbox not on this machine",
          "In a sandbox nobody is asked before a change, so that nothing real must be"
              + " within reach. A name could lead anywhere.",
          "RFC 6890: 127.0.0.0/8, 198.18.0.0/15 and ::1 are never routed",
          "give the machines of a sandbox such addresses; or give the environment another name");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(OnPremScope scope, Problems problems) {
    if (!scope.target().isInSandbox()) {
      return;
    }
    hypervisors(scope, problems);
    for (VmFleet fleet : scope.all(VmFleet.class)) {
      if (fleet.hypervisor() instanceof HyperV hyperV) {
        for (String host : hyperV.hosts()) {
          if (!isNeverRouted(host)) {
            problems.report(RULE, fleet, refusal("host of Hyper-V", host));
          }
        }
      }
    }
    for (BareMetalFleet fleet : scope.all(BareMetalFleet.class)) {
      if (fleet.inventory() != null) {
        for (InventoryHost host : fleet.inventory().hosts()) {
          check(host.address(), host, problems);
          if (host.bmc() != null) {
            check(host.bmc(), host, problems);
          }
        }
      }
    }
  }

  private static void hypervisors(OnPremScope scope, Problems problems) {
    Site site = scope.target().site();
    for (String setting : List.of("proxmox.endpoint", "vsphere.server")) {
      String place = site.setting(setting);
      if (place != null && !isNeverRouted(hostOf(place))) {
        problems.report(RULE, site.source(), refusal(setting, place));
      }
    }
  }

  /** Of {@code https://HOST:PORT/}, or of {@code HOST:PORT}. */
  private static String hostOf(String place) {
    String host = place.replaceFirst("^https://", "").replaceFirst("(:[0-9]+)?/?$", "");
    return host.replaceAll("[\\[\\]]", "");
  }

  private static void check(String address, InventoryHost host, Problems problems) {
    if (!isNeverRouted(address)) {
      problems.report(RULE, host.source(), refusal("machine \"" + host.name() + "\"", address));
    }
  }

  private static String refusal(String what, String address) {
    return what
        + ": got \""
        + address
        + "\"; allowed in sandbox are addresses in 127.0.0.0/8, 198.18.0.0/15 and ::1";
  }

  private static boolean isNeverRouted(String address) {
    try {
      Cidr one = Cidr.parse(address + (address.indexOf(':') >= 0 ? "/128" : "/32"));
      return NEVER_ROUTED.stream().anyMatch(range -> range.contains(one));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
