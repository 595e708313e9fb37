package io.plumbline.live.onprem;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a machine was not heard, in one line: a word for it, and what the client or the machine said.
 */
final class Refusal {
  /** With this the client itself ends where it did not get through (ssh(1), EXIT STATUS). */
  private static final int CLIENT_FAILED = 255;

  /**
   * With this a shell ends that does not find the program (POSIX, Shell Command Language 2.8.2).
   */
  private static final int NOT_FOUND = 127;

  private static final int LONGEST = 200;

  private Refusal() {}

  /** Of a client that ended with an error. */
  static String of(Client.End.Exited ended) {
    String said = lastLine(ended.errors());
    if (ended.code() == CLIENT_FAILED) {
      return ofClient(said);
    }
    if (said.contains("sudo") && ended.code() == NOT_FOUND) {
      return "AccessDenied: " + said + "; sudo is needed where ssh.user is not root";
    }
    if (ended.code() == NOT_FOUND || said.matches("sudo: " + Ssh.SCRIPT + ": command not found")) {
      return "NotDeployed: " + Ssh.SCRIPT + " is not there; deploy first";
    }
    if (said.startsWith("sudo:")) {
      return "AccessDenied: " + said + "; `plumbline permissions` writes what it takes";
    }
    return "Failed: the script ended with " + ended.code() + andSaid(said);
  }

  /** Of one that ran PowerShell on a host of Hyper-V. */
  static String ofPowerShell(Client.End.Exited ended) {
    String said = lastLine(ended.errors());
    return ended.code() == CLIENT_FAILED
        ? ofClient(said)
        : "Failed: PowerShell ended with " + ended.code() + andSaid(said);
  }

  private static String ofClient(String said) {
    if (said.isEmpty()) {
      return "NoAnswer: the session broke off";
    }
    if (said.contains("Permission denied") || said.contains("Too many authentication failures")) {
      return "AccessDenied: " + said;
    }
    if (said.contains("Host key verification failed")) {
      return "NotTrusted: " + said + " Compare the machine's key, and put it into known_hosts";
    }
    return "NoAnswer: " + said;
  }

  /** Whether a server, or one on the way, had too many guests at once: soon it may have fewer. */
  static boolean isOfCrowds(Client.End ended) {
    return ended instanceof Client.End.Exited exited
        && exited.code() == CLIENT_FAILED
        && exited.errors().contains("kex_exchange_identification: ");
  }

  private static String andSaid(String said) {
    return said.isEmpty() ? "" : ": " + said;
  }

  /** Greetings come first; what went wrong stands at the end. */
  static String lastLine(String errors) {
    List<String> lines = errors.lines().filter(line -> !line.isBlank()).toList();
    return lines.isEmpty() ? "" : oneLine(lines.getLast());
  }

  /** Text from elsewhere, so that it does nothing to a terminal and leaves room for the rest. */
  static String oneLine(@Nullable String text) {
    String plain =
        (text == null ? "" : text)
            .codePoints()
            .map(c -> Character.isISOControl(c) ? '?' : c)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString()
            .strip();
    return plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST) + "…";
  }
}
