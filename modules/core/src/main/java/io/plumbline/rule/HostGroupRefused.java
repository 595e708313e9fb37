package io.plumbline.rule;

import io.plumbline.model.BareMetalFleet;
import io.plumbline.model.HostAccount;
import io.plumbline.model.HostGroup;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** A group that the system keeps for itself, or a number that several groups would have. */
final class HostGroupRefused extends FleetCheck {
  /**
   * Those of Debian and of Red Hat that are there before any of ours, and those of services: their
   * gid would change under what runs.
   */
  private static final Set<String> SYSTEM =
      Set.of(
          "root",
          "daemon",
          "bin",
          "sys",
          "adm",
          "tty",
          "disk",
          "lp",
          "mail",
          "news",
          "uucp",
          "man",
          "proxy",
          "kmem",
          "dialout",
          "fax",
          "voice",
          "cdrom",
          "floppy",
          "tape",
          "sudo",
          "audio",
          "dip",
          "www-data",
          "backup",
          "operator",
          "list",
          "irc",
          "src",
          "shadow",
          "utmp",
          "video",
          "sasl",
          "plugdev",
          "staff",
          "games",
          "users",
          "nogroup",
          "nobody",
          "mem",
          "wheel",
          "lock",
          "ftp",
          "input",
          "sgx",
          "kvm",
          "render",
          "crontab",
          "messagebus",
          "dbus",
          "polkitd",
          "sshd",
          "ssh_keys",
          "tss",
          "syslog",
          "systemd-journal",
          "netdev",
          "ssl-cert",
          "docker",
          "lxd",
          "libvirt",
          "munge",
          "slurm",
          "prometheus");

  HostGroupRefused() {
    super(
        Rule.error(
            "PLB-FLEET-011",
            "group of machines not allowed",
            "A group's number is the same on all machines, or shared storage takes one group for"
                + " another; numbers below 1000 and names of the system's groups belong to each"
                + " machine.",
            "groupadd(8), groupmod(8), login.defs(5); Debian, base-passwd; systemd, Users, Groups,"
                + " UIDs and GIDs",
            "take another name or number: group(\"research\", 3000), account(…, a ->"
                + " a.gid(2001))"));
  }

  @Override
  void check(BareMetalFleet fleet, Consumer<String> breach) {
    List<String> names = new ArrayList<>();
    List<String> numbers = new ArrayList<>();
    for (HostGroup group : fleet.groups()) {
      names.add(group.name());
      numbers.add(Integer.toString(group.gid()));
      match(
          "group",
          group.name(),
          HostAccountRefused.NAME,
          "1 to 31 small letters, digits, _ and -, beginning with a letter or _",
          breach);
      if (SYSTEM.contains(group.name())) {
        breach.accept(
            "got group " + quoted(group.name()) + ", which the system has; allowed is another");
      }
      number("gid of group " + quoted(group.name()), group.gid(), breach);
    }
    addOwn(fleet.accounts(), names, numbers, breach);
    once("group", names, breach);
    once("gid", numbers, breach);
  }

  /** Each account brings a group of its name. Of those that are there twice another rule tells. */
  private static void addOwn(
      List<HostAccount> accounts,
      List<String> names,
      List<String> numbers,
      Consumer<String> breach) {
    Set<Object> told = new HashSet<>();
    for (HostAccount account : accounts) {
      if (told.add(account.name())) {
        names.add(account.name());
      }
      if (account.gid() != account.uid()) {
        number("gid of account " + quoted(account.name()), account.gid(), breach);
        numbers.add(Integer.toString(account.gid()));
      } else if (told.add(account.uid())) {
        numbers.add(Integer.toString(account.gid()));
      }
    }
  }
}
