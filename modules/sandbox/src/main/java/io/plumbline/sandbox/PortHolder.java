package io.plumbline.sandbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Names the process that listens on a port, as far as this machine tells. */
final class PortHolder {
  private PortHolder() {}

  static String describe(int port) {
    String pid = ask("lsof", "-nP", "-iTCP:" + port, "-sTCP:LISTEN", "-t");
    if (pid.isEmpty()) {
      String listing = ask("ss", "-Hltnp", "sport = :" + port);
      pid = listing.replaceFirst("(?s).*?\\bpid=(\\d+).*", "$1");
    }
    try {
      long id = Long.parseLong(pid.lines().findFirst().orElse("").strip());
      return "process " + id + command(id);
    } catch (NumberFormatException e) {
      return "another program";
    }
  }

  private static String command(long pid) {
    return ProcessHandle.of(pid)
        .flatMap(process -> process.info().commandLine())
        .map(line -> " (" + line.substring(0, Math.min(120, line.length())) + ")")
        .orElse("");
  }

  private static String ask(String... line) {
    try {
      Process process =
          new ProcessBuilder(line).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      process.getOutputStream().close();
      return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      return "";
    }
  }
}
