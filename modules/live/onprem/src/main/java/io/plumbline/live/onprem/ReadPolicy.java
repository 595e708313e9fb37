package io.plumbline.live.onprem;

/**
 * What lets a check ask machines and do nothing else there: a line for sudo, and one for the key.
 */
final class ReadPolicy {
  private ReadPolicy() {}

  static String of(Ssh ssh) {
    return ssh.takesSudo() ? sudoers(ssh) + authorizedKeys(ssh) : authorizedKeys(ssh);
  }

  private static String sudoers(Ssh ssh) {
    return """
    # /etc/sudoers.d/plumbline-facts on each machine, with mode 0440; `visudo -cf FILE` checks it.
    # The script reads and changes nothing, and takes no arguments.
    %s ALL=(root) NOPASSWD: %s ""

    """
        .formatted(ssh.user(), Ssh.SCRIPT);
  }

  private static String authorizedKeys(Ssh ssh) {
    return """
    # ~%s/.ssh/authorized_keys on each machine. Whoever holds the key can run this and nothing else;
    # put the public half of it in place of KEY.
    restrict,command="%s" KEY
    """
        .formatted(ssh.user(), String.join(" ", ssh.script()));
  }
}
