package io.plumbline.live.onprem;

import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import io.plumbline.value.Value.Sequence;
import io.plumbline.value.Value.Text;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Asks a host of Hyper-V for all its virtual machines, whoever made them: by the script that
 * Ansible's role reads them by, too. The script goes along with the question, so that nothing need
 * be installed there, in a form that takes no quoting by any shell of Windows.
 */
final class HyperVMachines implements HostAnswer.Question {
  static final String OPERATION = "hyperv:VirtualMachines";

  /** What the script says of each. */
  static final List<String> SECTIONS =
      List.of(
          "name",
          "tags",
          "state",
          "generation",
          "cpus",
          "memory",
          "dynamicMemory",
          "secureBoot",
          "startAction",
          "stopAction",
          "adapters",
          "virtualSwitch",
          "vlan",
          "mac",
          "disks",
          "gpus",
          "gpuPartitions",
          "lowMmio",
          "highMmio",
          "guestControlledCacheTypes");

  private static final List<String> COMMAND = command();

  @Override
  public List<String> words() {
    return COMMAND;
  }

  private static List<String> command() {
    byte[] script = script().getBytes(StandardCharsets.UTF_16LE);
    return List.of(
        "powershell.exe",
        "-NoProfile",
        "-NonInteractive",
        "-OutputFormat",
        "Text",
        "-EncodedCommand",
        Base64.getEncoder().encodeToString(script));
  }

  /** Without what is for people: a line of Windows' own shell has 8191 characters at most. */
  static String script() {
    try (InputStream file = HyperVMachines.class.getResourceAsStream("read.ps1")) {
      byte[] text = Objects.requireNonNull(file).readAllBytes();
      return new String(text, StandardCharsets.UTF_8)
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .collect(Collectors.joining("\n"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String refusal(Client.End.Exited ended) {
    return Refusal.ofPowerShell(ended);
  }

  @Override
  public Obj read(String out, String address) throws UnheardException {
    Obj said = object(out);
    if (said.get("failure") instanceof Text why) {
      String line = Refusal.oneLine(why.value());
      throw new UnheardException(line.matches("[A-Z][A-Za-z]+: .*") ? line : "Failed: " + line);
    }
    if (!(said.get("vms") instanceof Sequence vms)) {
      throw new UnheardException("NotUnderstood: the answer has no list of virtual machines");
    }
    List<Value> machines = new ArrayList<>();
    for (Value each : vms.items()) {
      if (!(each instanceof Obj vm) || !(vm.get("name") instanceof Text)) {
        throw new UnheardException("NotUnderstood: a virtual machine without a name");
      }
      machines.add(machine(vm));
    }
    return Value.object("host", Value.text(address), "vms", Value.list(machines));
  }

  private static Obj object(String out) throws UnheardException {
    try {
      return Facts.object(out);
    } catch (Facts.NotUnderstoodException e) {
      throw new UnheardException("NotUnderstood: " + e.getMessage());
    }
  }

  private static Obj machine(Obj said) {
    String why =
        said.get("unread") instanceof Text unread
            ? "the host cannot say it: " + Refusal.oneLine(unread.value())
            : "the host does not say it";
    Map<String, Value> document = new LinkedHashMap<>();
    for (String section : SECTIONS) {
      document.put(section, said.has(section) ? said.get(section) : new Value.Unknown(why));
    }
    return new Obj(document);
  }
}
