package io.plumbline.rule;

import io.plumbline.model.BareMetalFleet;
import io.plumbline.model.HostLink;
import io.plumbline.model.HostSoftware;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A release whose names or versions are none. */
final class HostSoftwareRefused extends FleetCheck {
  HostSoftwareRefused() {
    super(
        Rule.error(
            "PLB-FLEET-008",
            "software of machines not allowed",
            "What no package manager and no service manager can be asked for is never there, and"
                + " never told of as it should be.",
            "Debian Policy Manual 5.6; systemd.unit(5); NVIDIA, Data Center Drivers, Lifecycle",
            "correct it as said"));
  }

  @Override
  void check(BareMetalFleet fleet, Consumer<String> breach) {
    HostSoftware software = fleet.software();
    if (software != null) {
      match(
          "release",
          software.release(),
          "[A-Za-z0-9._+-]{1,64}",
          "1 to 64 letters, digits and ._+-",
          breach);
      version("kernel", software.kernel(), "[A-Za-z0-9._+~-]{1,64}", "what uname -r says", breach);
      version(
          "driver",
          software.driver(),
          "[0-9]{3}\\.[0-9]+(\\.[0-9]+)?",
          "such as 570.124.06",
          breach);
      version("CUDA", software.cuda(), "[0-9]+\\.[0-9]+(\\.[0-9]+)?", "such as 12.8.1", breach);
      software.packages().forEach((name, version) -> pinned(name, version, breach));
      once("service", software.services(), breach);
      for (String unit : software.services()) {
        match(
            "service",
            unit,
            "(?!.*\\.service$)[A-Za-z0-9:_.@-]{1,200}",
            "the name of a unit without .service",
            breach);
      }
    }
    once("link", fleet.links().stream().map(HostLink::name).toList(), breach);
    for (HostLink link : fleet.links()) {
      match(
          "link",
          link.name(),
          "[A-Za-z0-9._@-]{1,15}",
          "the name of an interface, such as ib0",
          breach);
      if (link.megabits() < 0) {
        breach.accept(
            "speed of link "
                + quoted(link.name())
                + ": got "
                + link.megabits()
                + "; allowed is Mb/s, or 0 where nobody minds");
      }
    }
  }

  private static void version(
      String what, @Nullable String got, String pattern, String allowed, Consumer<String> breach) {
    if (got != null) {
      match(what, got, pattern, allowed, breach);
    }
  }

  private static void pinned(String name, String version, Consumer<String> breach) {
    match("package", name, "[A-Za-z0-9][A-Za-z0-9+._-]*", "the name of a package", breach);
    match(
        "version of " + quoted(name),
        version,
        "[A-Za-z0-9][A-Za-z0-9.+:~^_-]*",
        "a version as the package manager writes it",
        breach);
  }
}
