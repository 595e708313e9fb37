package io.plumbline.live.onprem;

import java.util.List;
import java.util.Locale;

/** Why ipmitool got no answer, in one line. Its words are those of release 1.8.19. */
final class IpmiRefusal {
  private static final List<String> DENIED =
      List.of(
          "rakp 2 hmac is invalid",
          "unauthorized name",
          "unauthorized role",
          "insufficient privilege",
          "invalid role",
          "password is too long");
  private static final List<String> CIPHERS =
      List.of(
          "invalid authentication algorithm",
          "invalid integrity algorithm",
          "invalid confidentiality algorithm",
          "no cipher suite match");

  private IpmiRefusal() {}

  static String of(String errors, BmcAccess access) {
    for (String line : errors.lines().map(Refusal::oneLine).toList()) {
      String small = line.toLowerCase(Locale.ROOT);
      if (DENIED.stream().anyMatch(small::contains)) {
        return "AccessDenied: " + access.user() + ": " + line;
      }
      if (CIPHERS.stream().anyMatch(small::contains)) {
        return "NoCommonCipher: it refuses suite "
            + access.cipher()
            + "; say another as bmc.ipmi-cipher ("
            + line
            + ")";
      }
      if (small.startsWith("address lookup for")) {
        return "NoAnswer: " + line;
      }
    }
    return errors.contains("Unable to establish IPMI")
        ? "NoAnswer: no session within " + access.connect().toSeconds() + " s"
        : "Failed: ipmitool: " + Refusal.lastLine(errors);
  }
}
