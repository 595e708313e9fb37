package io.plumbline.rule;

import io.plumbline.model.BareMetalFleet;
import io.plumbline.model.BmcProtocol;
import io.plumbline.model.HostBmc;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Something is wanted of management controllers that they cannot say. */
final class HostBmcRefused extends FleetCheck {
  /** How many places of a boot order are compared. */
  private static final int MOST = 4;

  private static final String VERSION = "[!-~]([ -~]{0,62}[!-~])?";
  private static final String FOR_IPMI = "; allowed is to ask that by REDFISH, or not";

  HostBmcRefused() {
    super(
        Rule.error(
            "PLB-FLEET-020",
            "not to be had from a management controller",
            "What a controller has no words for would stay undetermined in each report, or be"
                + " taken for something else.",
            "DMTF DSP0266 and schema ComputerSystem 1.20; IPMI 2.0, chapters 20.1 and 28",
            "correct it as said; of a start, IPMI knows alwaysBoots(…) and noBootOverride()"
                + " alone"));
  }

  @Override
  void check(BareMetalFleet fleet, Consumer<String> breach) {
    HostBmc bmc = fleet.bmc();
    if (bmc == null) {
      return;
    }
    optional("system", bmc.system(), "[A-Za-z0-9][A-Za-z0-9._~-]{0,63}", "an id", breach);
    optional("firmware", bmc.firmware(), VERSION, "a version in one line", breach);
    optional("BIOS", bmc.bios(), VERSION, "a version in one line", breach);
    once("boot target", bmc.bootOrder().stream().map(each -> each.word()).toList(), breach);
    if (bmc.bootOrder().size() > MOST) {
      breach.accept("boot order: got " + bmc.bootOrder().size() + " targets; allowed are " + MOST);
    }
    if (!bmc.bootOrder().isEmpty() && !HostBmc.NO_OVERRIDE.equals(bmc.bootOverride())) {
      breach.accept(
          "got a boot order, and alwaysBoots(…), which overrules it; allowed is one of them");
    }
    if (bmc.protocol() == BmcProtocol.IPMI) {
      ipmi(bmc, breach);
    }
  }

  private static void ipmi(HostBmc bmc, Consumer<String> breach) {
    if (bmc.bios() != null) {
      breach.accept("got a version of the BIOS, which IPMI does not say" + FOR_IPMI);
    }
    if (!bmc.bootOrder().isEmpty()) {
      breach.accept("got a boot order, which IPMI does not say" + FOR_IPMI);
    }
    if (bmc.system() != null) {
      breach.accept("got a system, and IPMI knows one alone" + FOR_IPMI);
    }
    optional(
        "firmware",
        bmc.firmware(),
        "[0-9]{1,3}\\.[0-9]{2}",
        "major and minor with two digits, as IPMI says it: 1.07",
        breach);
  }

  private static void optional(
      String what, @Nullable String got, String pattern, String allowed, Consumer<String> breach) {
    if (got != null) {
      match(what, got, pattern, allowed, breach);
    }
  }
}
