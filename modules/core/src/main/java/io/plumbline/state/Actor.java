package io.plumbline.state;

import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Objects;

/** Who runs this command: stands in locks and release records. */
public record Actor(String user, String host, long pid) {

  /** This process. */
  public static Actor current() {
    return new Actor(
        System.getProperty("user.name", "unknown"), hostName(), ProcessHandle.current().pid());
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
        "pid", Value.whole(pid),
        "since", Value.text(since));
  }

  /** Whether the holder is a process of this machine that has ended. */
  boolean outlived(Obj holder) {
    return holder.get("host").equals(Value.text(host))
        && holder.get("pid") instanceof Value.Int process
        && ProcessHandle.of(process.value()).filter(ProcessHandle::isAlive).isEmpty();
  }
}
