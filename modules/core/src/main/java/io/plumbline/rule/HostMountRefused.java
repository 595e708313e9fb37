package io.plumbline.rule;

import io.plumbline.model.BareMetalFleet;
import io.plumbline.model.HostMount;
import java.util.function.Consumer;

/** A mount that fstab cannot say. */
final class HostMountRefused extends FleetCheck {
  private static final String WORD = "[!-~&&[^#\"'\\\\]]+";

  HostMountRefused() {
    super(
        Rule.error(
            "PLB-FLEET-004",
            "mount of machines not allowed",
            "fstab has a line for each, with blanks between its words: one that it takes for"
                + " something else keeps a machine from starting.",
            "fstab(5), util-linux 2.38",
            "correct it as said"));
  }

  @Override
  void check(BareMetalFleet fleet, Consumer<String> breach) {
    once("mount", fleet.mounts().stream().map(HostMount::path).toList(), breach);
    for (HostMount mount : fleet.mounts()) {
      match(
          "mount",
          mount.path(),
          "(?!/(proc|sys|dev|etc|usr|boot)$)" + HostFileRefused.PATH,
          "an absolute path of letters, digits and ._@+:=~- without . and .., and none that the"
              + " system itself needs",
          breach);
      String at = " of " + quoted(mount.path());
      match("source" + at, mount.source(), WORD, "text without blanks and quotes", breach);
      match("type" + at, mount.type(), "[a-z0-9._-]{1,32}", "the name of a file system", breach);
      once("option" + at, mount.options(), breach);
      for (String option : mount.options()) {
        match(
            "option" + at,
            option,
            "(?!.*,)" + WORD,
            "one option without blanks, quotes and commas",
            breach);
      }
    }
  }
}
