package io.plumbline.rule;

import io.plumbline.model.BareMetalFleet;
import io.plumbline.model.HostFile;
import io.plumbline.value.Value;
import java.util.function.Consumer;

/** A file of machines that cannot be where it is said to be, or cannot be written so. */
final class HostFileRefused extends FleetCheck {
  /** Segments that begin with no dot alone: neither {@code .} nor {@code ..}. */
  static final String PATH = "(/(?!\\.{1,2}(/|$))[A-Za-z0-9._@+:=~-]+)+";

  private static final String OWN = "/etc/plumbline(/.*)?|/usr/local/libexec/plumbline-facts";

  private static boolean isText(Value content) {
    return switch (content) {
      case Value.Text text -> true;
      case Value.Ref ref -> true;
      case Value.Join join -> join.parts().stream().allMatch(HostFileRefused::isText);
      case Value.Null none -> false;
      case Value.Bool flag -> false;
      case Value.Int number -> false;
      case Value.Decimal number -> false;
      case Value.Sequence list -> false;
      case Value.Obj object -> false;
      case Value.Base64 encoded -> false;
      case Value.Digest digest -> false;
      case Value.Unknown unknown -> false;
    };
  }

  HostFileRefused() {
    super(
        Rule.error(
            "PLB-FLEET-003",
            "file of machines not allowed",
            "A path that is not absolute, or not in its shortest form, is another one to whoever"
                + " compares; Plumbline's own files say what a machine is.",
            "Filesystem Hierarchy Standard 3.0; Plumbline, facts",
            "correct it as said"));
  }

  @Override
  void check(BareMetalFleet fleet, Consumer<String> breach) {
    once("file", fleet.files().stream().map(HostFile::path).toList(), breach);
    for (HostFile file : fleet.files()) {
      match(
          "file",
          file.path(),
          "(?!" + OWN + ")" + PATH,
          "an absolute path of letters, digits and ._@+:=~- without . and .., outside"
              + " /etc/plumbline",
          breach);
      match(
          "mode of " + quoted(file.path()),
          file.mode(),
          "0[0-7]{3}",
          "four octal digits without set-uid, set-gid and sticky bits, such as 0644",
          breach);
      if (!isText(file.content())) {
        breach.accept(
            "content of "
                + quoted(file.path())
                + ": got "
                + file.content().getClass().getSimpleName()
                + "; allowed is text, with names and addresses of what is at other sites");
      }
    }
  }
}
