package io.plumbline.rule;

import io.plumbline.model.BareMetalFleet;
import io.plumbline.model.HostAccount;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A key of an account that is no public key. What it is instead is never repeated. */
final class HostKeyRefused extends FleetCheck {
  /** Options, if any, then type, key and perhaps a comment. */
  private static final Pattern LINE =
      Pattern.compile(
          "([!-~]([ -~]*[!-~])? )?(ssh-ed25519|ssh-rsa|ecdsa-sha2-nistp(?:256|384|521)"
              + "|sk-ssh-ed25519@openssh\\.com|sk-ecdsa-sha2-nistp256@openssh\\.com)"
              + " ([A-Za-z0-9+/]{32,}={0,2})( \\S(.*\\S)?)?");

  HostKeyRefused() {
    super(
        Rule.error(
            "PLB-FLEET-006",
            "no public key",
            "sshd passes over a line that it cannot read, so that nobody gets in by it; a private"
                + " key in a design would be everybody's.",
            "sshd(8), AUTHORIZED_KEYS FILE FORMAT; RFC 4253, 6.6",
            "give the content of the .pub file, in one line"));
  }

  @Override
  void check(BareMetalFleet fleet, Consumer<String> breach) {
    for (HostAccount account : fleet.accounts()) {
      String of = " of account " + quoted(account.name());
      int number = 0;
      for (String key : account.keys()) {
        number++;
        if (!isPublic(key)) {
          breach.accept(
              "key "
                  + number
                  + of
                  + ": got "
                  + (key.contains("PRIVATE") ? "a private one" : "text that is none")
                  + "; allowed is one line: ssh-ed25519, ssh-rsa, ecdsa-sha2-nistp… or their sk-"
                  + " forms, and the key in base64");
        }
      }
      if (account.keys().stream().distinct().count() < account.keys().size()) {
        breach.accept("keys" + of + ": got one twice; allowed once");
      }
    }
  }

  /** The key begins with its own type, after that one's length. */
  static boolean isPublic(String key) {
    Matcher line = LINE.matcher(key);
    if (!line.matches() || key.contains("PRIVATE") || key.chars().anyMatch(c -> c < ' ')) {
      return false;
    }
    try {
      byte[] type = line.group(3).getBytes(StandardCharsets.US_ASCII);
      byte[] blob = Base64.getDecoder().decode(line.group(4));
      return blob.length > 4 + type.length
          && blob[3] == type.length
          && new String(blob, 4, type.length, StandardCharsets.US_ASCII).equals(line.group(3));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
