package io.plumbline.state;

import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/**
 * Who runs this command: stands in locks and release records.
 *
 * @param machine in which a process number means one process: the running system and the container;
 *     a host's name may be that of several
 */
public record Actor(String user, String host, String machine, long pid) {
  private static final Path BOOT = Path.of("/proc/sys/kernel/random/boot_id");
  private static final Path PROCESSES = Path.of("/proc/self/ns/pid");

  /** This process. */
  public static Actor current() {
    return new Actor(
        System.getProperty("user.name", "unknown"),
        hostName(),
        system(),
        ProcessHandle.current().pid());
  }

  /** Empty where the system does not say: then the host's name has to do. */
  private static String system() {
    try {
      return Files.readString(BOOT).strip() + " " + Files.readSymbolicLink(PROCESSES);
    } catch (IOException | UnsupportedOperationException e) {
      return "";
    }
  }

  private static String hostName() {
    String named = Objects.requireNonNullElse(System.getenv("HOSTNAME"), "");
    if (!named.isBlank()) {
      return named;
    }
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "localhost";
    }
  }

  /** What a lock says about its holder. */
  Obj write(String command, String since) {
    return Value.object(
        "command", Value.text(command),
        "user", Value.text(user),
        "host", Value.text(host),
        "machine", Value.text(machine),
        "pid", Value.whole(pid),
        "since", Value.text(since));
  }

  /** Whether the holder is a process of this machine that has ended. */
  boolean outlived(Obj holder) {
    return holder.get("host").equals(Value.text(host))
        && holder.get("machine").equals(Value.text(machine))
        && holder.get("pid") instanceof Value.Int process
        && ProcessHandle.of(process.value()).filter(ProcessHandle::isAlive).isEmpty();
  }
}
