package io.plumbline.live.onprem;

import io.plumbline.value.Value;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a management controller says by IPMI 2.0, asked by ipmitool, which gets the password in its
 * environment. Each command is a session of its own; once one is refused, no other is tried.
 */
final class IpmiReader implements BmcAnswer.Reader {
  private static final String NOT_SAID = "IPMI does not say it";
  private static final Pattern POWER = Pattern.compile("(?m)^System Power +: (on|off) *$");
  private static final Pattern FIRMWARE =
      Pattern.compile("(?m)^Firmware Revision +: ([0-9]+\\.[0-9]+) *$");
  private static final Pattern FLAGS =
      Pattern.compile("(?m)^Boot parameter data: ([0-9a-fA-F]{4})[0-9a-fA-F]* *$");

  /** IPMI 2.0, table 28-14, boot flags, data 2, bits 5 to 2. */
  private static final Map<Integer, String> SELECTORS =
      Map.of(1, "network", 2, "disk", 3, "disk", 4, "diagnostics", 5, "cd", 6, "setup", 8, "cd");

  private final BmcAccess access;
  private final BmcEndpoint endpoint;
  private final long end;
  private int calls;

  IpmiReader(BmcAccess access, BmcEndpoint endpoint) {
    this.access = access;
    this.endpoint = endpoint;
    this.end = System.nanoTime() + access.total().toNanos();
  }

  @Override
  public int calls() {
    return calls;
  }

  @Override
  public Map<String, Value> read() throws UnheardException, InterruptedException {
    Map<String, Value> document = new LinkedHashMap<>();
    document.put("serial", new Value.Unknown(NOT_SAID));
    document.put("power", Value.text(found(POWER, run("chassis", "status"))));
    document.put("bootOrder", new Value.Unknown(NOT_SAID));
    document.put("biosVersion", new Value.Unknown(NOT_SAID));
    document.put("firmwareVersion", Value.text(found(FIRMWARE, run("mc", "info"))));
    document.put("bootOverride", override());
    return document;
  }

  private Value override() throws InterruptedException {
    if (!access.operator()) {
      return new Value.Unknown("AccessDenied: it takes bmc.ipmi-privilege operator");
    }
    try {
      return Value.text(override(run("chassis", "bootparam", "get", "5")));
    } catch (UnheardException e) {
      return new Value.Unknown(e.why());
    }
  }

  /** What comes before the boot order, from the flags that ipmitool repeats as they came. */
  static String override(String said) throws UnheardException {
    int flags = Integer.parseInt(found(FLAGS, said), 16);
    int selector = flags >> 2 & 0xf;
    if ((flags & 0x8000) == 0 || selector == 0) {
      return "none";
    }
    String target = SELECTORS.getOrDefault(selector, "selector " + selector);
    return (flags & 0x4000) == 0 ? target + ", once" : target;
  }

  private static String found(Pattern pattern, String said) throws UnheardException {
    Matcher matcher = pattern.matcher(said);
    if (!matcher.find()) {
      throw new UnheardException(
          "NotUnderstood: ipmitool said nothing of the form " + pattern.pattern());
    }
    return matcher.group(1);
  }

  private String run(String... words) throws UnheardException, InterruptedException {
    Duration left = Duration.ofNanos(end - System.nanoTime());
    String password = access.password();
    Map<String, String> secret = Map.of("IPMI_PASSWORD", password, "IPMITOOL_PASSWORD", password);
    calls++;
    try {
      Client.End ended = Client.run(command(words), secret, left);
      return switch (ended) {
        case Client.End.Late late ->
            throw new UnheardException(
                "Timeout: no answer within " + access.total().toSeconds() + " s");
        case Client.End.TooLong more ->
            throw new UnheardException(
                "NotUnderstood: the answer has more than " + more.bytes() + " B");
        case Client.End.Exited exited when exited.code() != 0 ->
            throw new UnheardException(IpmiRefusal.of(exited.errors(), access));
        case Client.End.Exited exited -> exited.out();
      };
    } catch (IOException e) {
      throw new UnheardException(
          "NotInstalled: ipmitool is not on the PATH; get it from your system's packages (Debian,"
              + " Ubuntu: apt-get install ipmitool)");
    }
  }

  /** Told in detail, since it says the reason of a refusal in no other way. */
  List<String> command(String... words) {
    List<String> command = new ArrayList<>(List.of("ipmitool", "-v", "-I", "lanplus", "-E"));
    command.addAll(List.of("-C", access.cipher(), "-L", access.operator() ? "OPERATOR" : "USER"));
    command.addAll(List.of("-R", "1", "-N", Long.toString(pause())));
    command.addAll(List.of("-H", endpoint.bare(), "-p", Integer.toString(access.ipmiPort())));
    command.addAll(List.of("-U", access.user()));
    command.addAll(List.of(words));
    return command;
  }

  /** Until it asks again, and until it gives up after that. */
  private long pause() {
    return Math.max(1, access.connect().toSeconds() / 2);
  }
}
