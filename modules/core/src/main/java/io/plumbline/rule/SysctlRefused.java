package io.plumbline.rule;

import io.plumbline.model.BareMetalFleet;
import java.util.function.Consumer;

/** A kernel parameter that no file of sysctl can say. */
final class SysctlRefused extends FleetCheck {
  SysctlRefused() {
    super(
        Rule.error(
            "PLB-FLEET-007",
            "kernel parameter not allowed",
            "sysctl takes a line for each; what it cannot read it passes over, and the machine"
                + " starts with another value than it was given.",
            "sysctl.conf(5), procps 4.0",
            "correct it as said"));
  }

  @Override
  void check(BareMetalFleet fleet, Consumer<String> breach) {
    fleet
        .sysctls()
        .forEach(
            (name, value) -> {
              match(
                  "kernel parameter",
                  name,
                  "[a-z0-9_-]+([./][A-Za-z0-9_-]+)+",
                  "a name such as vm.swappiness",
                  breach);
              match(
                  "value of " + quoted(name),
                  value,
                  "[!-~]+( [!-~]+)*",
                  "words with one blank between them",
                  breach);
            });
  }
}
