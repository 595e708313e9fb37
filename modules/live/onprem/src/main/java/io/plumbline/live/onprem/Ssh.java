package io.plumbline.live.onprem;

import io.plumbline.model.Site;
import io.plumbline.spi.EngineException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How the machines of a site are logged in to, from its settings. The user's own OpenSSH client
 * does it, with the user's own configuration, agent and known hosts: Plumbline sees no key.
 *
 * <ul>
 *   <li>{@code ssh.user}, {@code ssh.port}, {@code ssh.key} (path of a private key), {@code
 *       ssh.config} (path of an ssh_config): the client's own defaults where they are not given
 *   <li>the same of {@code hyperv} for hosts of Hyper-V, where they are given
 *   <li>{@code become}: whether who is not root becomes root by sudo; yes
 *   <li>{@code ssh.parallel}: how many machines are asked at a time; 32
 *   <li>{@code timeout.connect}, {@code timeout.call}: whole seconds to reach a machine, and for
 *       all that it has to say; 10 and 60
 * </ul>
 *
 * @param options of the client, which come before the machine's address
 * @param user who logs in
 * @param takesSudo whether that user becomes root to run the script; what root alone may read stays
 *     unread where it does not, and is not root
 */
record Ssh(List<String> options, String user, boolean takesSudo, int parallel, Duration total) {
  /** The script of Plumbline's that says what a machine is. */
  static final String SCRIPT = "/usr/local/libexec/plumbline-facts";

  /** What it takes that a name or an address is nothing else: neither an option nor for a shell. */
  private static final Pattern ADDRESS = Pattern.compile("[A-Za-z0-9:][A-Za-z0-9.:_-]{0,252}");

  private static final Pattern SCOPED = Pattern.compile("[0-9A-Fa-f:]+%[A-Za-z0-9._-]{1,15}");

  /** Also {@code DOMAIN\\NAME}, as Windows has it. */
  private static final Pattern USER = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.@\\\\-]{0,103}");

  /**
   * As the settings of a site say.
   *
   * @throws EngineException if one of them cannot be right
   */
  static Ssh of(Site site) {
    return of(site, "ssh");
  }

  /** For hosts of Hyper-V, where nobody becomes anybody else. */
  static Ssh ofHyperV(Site site) {
    Ssh ssh = of(site, "hyperv");
    return new Ssh(ssh.options(), ssh.user(), false, ssh.parallel(), ssh.total());
  }

  private static Ssh of(Site site, String section) {
    List<String> options = new ArrayList<>(List.of("-n", "-T", "-a", "-x"));
    String config = site.setting("ssh.config");
    if (config != null) {
      options.addAll(List.of("-F", Objects.requireNonNull(Settings.inHome(config))));
    }
    // Nobody is there to be asked, and nothing that the user set for sessions of their own is
    // wanted here.
    for (String each :
        List.of(
            "BatchMode=yes",
            "LogLevel=ERROR",
            "ClearAllForwardings=yes",
            "ControlMaster=no",
            "PermitLocalCommand=no",
            "RemoteCommand=none",
            "ConnectTimeout="
                + Settings.whole(site, "timeout.connect", 10, Settings.LONGEST_SECONDS))) {
      options.addAll(List.of("-o", each));
    }
    String key = setting(site, section, "key");
    if (key != null) {
      options.addAll(
          List.of("-o", "IdentitiesOnly=yes", "-i", Objects.requireNonNull(Settings.inHome(key))));
    }
    if (setting(site, section, "port") != null) {
      String port = site.setting(section + ".port") == null ? "ssh.port" : section + ".port";
      options.addAll(List.of("-p", Integer.toString(Settings.whole(site, port, 22, 65_535))));
    }
    String given = setting(site, section, "user");
    if (given != null) {
      options.addAll(List.of("-l", user(site, section, given)));
    }
    String user = given == null ? System.getProperty("user.name") : given;
    return new Ssh(
        List.copyOf(options),
        user,
        !user.equals("root") && !site.setting("become", "true").equals("false"),
        Settings.whole(site, "ssh.parallel", 32, Settings.MOST_AT_A_TIME),
        Duration.ofSeconds(Settings.whole(site, "timeout.call", 60, Settings.LONGEST_SECONDS)));
  }

  /** The command that asks one machine; null for what cannot be an address. */
  @Nullable List<String> command(String address) {
    return command(address, script());
  }

  /** The same with other words for the machine. */
  @Nullable List<String> command(String address, List<String> words) {
    if (!ADDRESS.matcher(address).matches() && !SCOPED.matcher(address).matches()) {
      return null;
    }
    List<String> command = new ArrayList<>();
    command.add("ssh");
    command.addAll(options);
    command.addAll(List.of("--", address));
    command.addAll(words);
    return command;
  }

  /** What is run on the machine. */
  List<String> script() {
    return takesSudo ? List.of("sudo", "-n", SCRIPT) : List.of(SCRIPT);
  }

  /** What is not said of a section is as it is said of all. */
  private static @Nullable String setting(Site site, String section, String name) {
    String own = site.setting(section + "." + name);
    return own == null ? site.setting("ssh." + name) : own;
  }

  private static String user(Site site, String section, String user) {
    if (!USER.matcher(user).matches()) {
      throw Settings.wrong(site, section + ".user", user, "give it the name of an account");
    }
    return user;
  }
}
