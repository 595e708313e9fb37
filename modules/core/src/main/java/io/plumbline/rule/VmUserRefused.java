package io.plumbline.rule;

import io.plumbline.model.VmFleet;
import java.util.function.Consumer;

/** An account by which nobody gets into a virtual machine. */
final class VmUserRefused extends VmFleetCheck {
  VmUserRefused() {
    super(
        Rule.error(
            "PLB-VM-004",
            "account of VMs not possible",
            "Nobody could log in, and cloud-init acts but once: the VM would have to be made anew.",
            "useradd(8), shadow 4.13; sshd(8), AUTHORIZED_KEYS FILE FORMAT",
            "give a plain name, and the content of the .pub file in one line"));
  }

  @Override
  void check(VmFleet fleet, Consumer<String> breach) {
    if (fleet.user() == null) {
      return;
    }
    FleetCheck.match(
        "account",
        fleet.user().name(),
        "(?!root$)[a-z_][a-z0-9_-]{0,31}",
        "lower-case letters, digits, _ and -, and not root",
        breach);
    if (fleet.user().keys().isEmpty()) {
      breach.accept("keys: got none; allowed are one or more");
    }
    FleetCheck.once("key", fleet.user().keys(), breach);
    for (String key : fleet.user().keys()) {
      if (!HostKeyRefused.isPublic(key)) {
        breach.accept("key: got text that is no public one; allowed is a line of a .pub file");
      }
    }
  }
}
