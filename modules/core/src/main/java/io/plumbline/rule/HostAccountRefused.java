package io.plumbline.rule;

import io.plumbline.model.BareMetalFleet;
import io.plumbline.model.HostAccount;
import java.util.Set;
import java.util.function.Consumer;

/** An account that the system keeps for itself, or cannot make. */
final class HostAccountRefused extends FleetCheck {
  static final String NAME = "[a-z_][a-z0-9_-]{0,30}";

  /** Those of Debian and of Red Hat that are there before any of ours; their uid would change. */
  private static final Set<String> SYSTEM =
      Set.of(
          "root",
          "daemon",
          "bin",
          "sys",
          "sync",
          "games",
          "man",
          "lp",
          "mail",
          "news",
          "uucp",
          "proxy",
          "www-data",
          "backup",
          "list",
          "irc",
          "gnats",
          "nobody",
          "adm",
          "shutdown",
          "halt",
          "operator",
          "ftp",
          "dbus",
          "polkitd",
          "sshd",
          "tss",
          "messagebus",
          "syslog");

  HostAccountRefused() {
    super(
        Rule.error(
            "PLB-FLEET-005",
            "account of machines not allowed",
            "useradd refuses it on some systems and takes it on others; numbers below 1000 belong"
                + " to the system's own accounts, and from 60000 on to nobody and to services.",
            "useradd(8), login.defs(5); systemd, Users, Groups, UIDs and GIDs",
            "correct it as said"));
  }

  @Override
  void check(BareMetalFleet fleet, Consumer<String> breach) {
    once("account", fleet.accounts().stream().map(HostAccount::name).toList(), breach);
    once(
        "uid",
        fleet.accounts().stream().map(HostAccount::uid).map(uid -> Integer.toString(uid)).toList(),
        breach);
    for (HostAccount account : fleet.accounts()) {
      String of = " of account " + quoted(account.name());
      match(
          "account",
          account.name(),
          NAME,
          "1 to 31 small letters, digits, _ and -, beginning with a letter or _",
          breach);
      if (SYSTEM.contains(account.name())) {
        breach.accept(
            "got account " + quoted(account.name()) + ", which the system has; allowed is another");
      }
      number("uid" + of, account.uid(), breach);
      once("group" + of, account.groups(), breach);
      for (String group : account.groups()) {
        match(
            "group" + of,
            group,
            "(?!" + account.name() + "$)" + NAME,
            "another group's name",
            breach);
      }
    }
  }
}
