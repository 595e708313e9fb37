package io.plumbline.live.onprem;

import static io.plumbline.live.onprem.PropertyString.isOn;

import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import java.math.BigDecimal;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the configuration of one virtual machine of Proxmox VE says, in the words of its kind. What
 * it leaves out has its default there. Source: Proxmox VE 8, qm.conf(5).
 */
record ProxmoxConfiguration(Obj said) {
  private static final Pattern SIZE = Pattern.compile("(\\d+(?:\\.\\d+)?)([KMGT]?)");
  private static final Map<String, Integer> POWERS = Map.of("", 0, "K", 1, "M", 2, "G", 3, "T", 4);
  private static final int GIGA = 3;
  private static final BigDecimal KIBI = BigDecimal.valueOf(1024);

  /** Sorts of buses for disks, in the order in which a kind lists them. */
  private static final List<String> BUSES = List.of("scsi", "virtio", "sata", "ide");

  Obj document(String name, long number, String node, boolean running) {
    Map<String, Value> document = new LinkedHashMap<>();
    document.put("id", Value.text(node + "/" + number));
    document.put("name", Value.text(name));
    document.put("nodeName", Value.text(node));
    document.put("started", Value.flag(running));
    put(document, "description", text("description"));
    document.put("tags", Value.texts(tags()));
    put(document, "machine", first("machine", "type"));
    document.put("bios", Value.text(or(text("bios"), "seabios")));
    document.put("scsiHardware", Value.text(or(text("scsihw"), "lsi")));
    document.put("onBoot", Value.flag(isOn(text("onboot"))));
    document.put("agent", Value.object("enabled", Value.flag(isOn(first("agent", "enabled")))));
    document.put("cpu", cpu());
    document.put("memory", Value.object("dedicated", whole(or(first("memory", "current"), "512"))));
    document.put("disk", Value.list(disks()));
    document.put("networkDevice", Value.list(network()));
    document.put("hostpci", Value.list(devices()));
    document.put("operatingSystem", Value.object("type", Value.text(or(text("ostype"), "other"))));
    document.put("initialization", initialization());
    return new Obj(document);
  }

  private List<String> tags() {
    String tags = or(text("tags"), "");
    return List.of(tags.split("[;, ]+")).stream().filter(tag -> !tag.isEmpty()).sorted().toList();
  }

  private Value cpu() {
    return Value.object(
        "cores", whole(or(text("cores"), "1")),
        "sockets", whole(or(text("sockets"), "1")),
        "type", Value.text(or(first("cpu", "cputype"), "kvm64")));
  }

  private List<Value> disks() {
    List<Value> disks = new ArrayList<>();
    for (String bus : BUSES) {
      numbered(bus)
          .forEach(
              (device, properties) -> {
                if (!"cdrom".equals(properties.get("media"))) {
                  disks.add(disk(device, properties));
                }
              });
    }
    return disks;
  }

  private static Value disk(String device, PropertyString properties) {
    Map<String, Value> disk = new LinkedHashMap<>();
    disk.put("interface", Value.text(device));
    put(disk, "datastoreId", storage(properties));
    disk.put("size", size(properties.get("size")));
    disk.put("iothread", Value.flag(isOn(properties.get("iothread"))));
    disk.put("discard", Value.text(or(properties.get("discard"), "ignore")));
    return new Obj(disk);
  }

  private static @Nullable String storage(PropertyString properties) {
    String volume = properties.first("file");
    return volume == null ? null : volume.split(":", 2)[0];
  }

  /** In GiB; a fraction of one stays such, so that it is seen. */
  private static Value size(@Nullable String text) {
    Matcher size = SIZE.matcher(or(text, ""));
    if (!size.matches()) {
      return new Value.Unknown("the hypervisor says the size as " + Refusal.oneLine(text));
    }
    int power = POWERS.getOrDefault(size.group(2), 0) - GIGA;
    BigDecimal number = new BigDecimal(size.group(1));
    BigDecimal gibibytes =
        (power < 0 ? number.divide(KIBI.pow(-power)) : number.multiply(KIBI.pow(power)))
            .stripTrailingZeros();
    return gibibytes.scale() <= 0
        ? Value.whole(gibibytes.longValueExact())
        : Value.decimal(gibibytes);
  }

  private List<Value> network() {
    List<Value> devices = new ArrayList<>();
    for (PropertyString properties : numbered("net").values()) {
      String model = properties.get("model");
      Map<String, Value> device = new LinkedHashMap<>();
      put(device, "bridge", properties.get("bridge"));
      device.put("model", Value.text(model == null ? properties.firstName() : model));
      String vlan = properties.get("tag");
      if (vlan != null) {
        device.put("vlanId", whole(vlan));
      }
      devices.add(new Obj(device));
    }
    return devices;
  }

  private List<Value> devices() {
    List<Value> devices = new ArrayList<>();
    numbered("hostpci")
        .forEach(
            (name, properties) -> {
              Map<String, Value> device = new LinkedHashMap<>();
              device.put("device", Value.text(name));
              put(device, "mapping", properties.get("mapping"));
              put(device, "id", properties.first("host"));
              put(device, "mdev", properties.get("mdev"));
              device.put("pcie", Value.flag(isOn(properties.get("pcie"))));
              devices.add(new Obj(device));
            });
    return devices;
  }

  private Value initialization() {
    Map<String, Value> members = new LinkedHashMap<>();
    for (String bus : BUSES) {
      for (PropertyString properties : numbered(bus).values()) {
        if (or(properties.first("file"), "").contains("cloudinit")) {
          put(members, "datastoreId", storage(properties));
        }
      }
    }
    String address = text("ipconfig0");
    if (address != null) {
      Map<String, Value> ipv4 = new LinkedHashMap<>();
      put(ipv4, "address", PropertyString.of(address).get("ip"));
      members.put("ipConfig", Value.object("ipv4", new Obj(ipv4)));
    }
    Map<String, Value> account = new LinkedHashMap<>();
    put(account, "username", text("ciuser"));
    String keys = text("sshkeys");
    if (keys != null) {
      account.put("keys", keys(keys));
    }
    if (!account.isEmpty()) {
      members.put("userAccount", new Obj(account));
    }
    return new Obj(members);
  }

  /** Percent-encoded, one to a line. */
  private static Value keys(String encoded) {
    try {
      // A plus is one: Proxmox encodes blanks as %20.
      String lines = URLDecoder.decode(encoded.replace("+", "%2B"), StandardCharsets.UTF_8);
      return Value.texts(lines.lines().map(String::strip).filter(l -> !l.isEmpty()).toList());
    } catch (IllegalArgumentException e) {
      return new Value.Unknown("the keys are not percent-encoded");
    }
  }

  /** All settings of a sort, {@code net0}, {@code net1}, in the order of their numbers. */
  private Map<String, PropertyString> numbered(String sort) {
    Map<Integer, String> found = new TreeMap<>();
    Pattern pattern = Pattern.compile(sort + "(\\d{1,3})");
    for (String name : said.members().keySet()) {
      Matcher number = pattern.matcher(name);
      if (number.matches()) {
        found.put(Integer.parseInt(number.group(1)), name);
      }
    }
    Map<String, PropertyString> all = new LinkedHashMap<>();
    found.values().forEach(name -> all.put(name, PropertyString.of(or(text(name), ""))));
    return all;
  }

  private @Nullable String first(String setting, String name) {
    String text = text(setting);
    return text == null ? null : PropertyString.of(text).first(name);
  }

  private @Nullable String text(String setting) {
    return switch (said.get(setting)) {
      case Value.Text text -> text.value().stripTrailing();
      case Value.Int number -> Long.toString(number.value());
      default -> null;
    };
  }

  private static Value whole(String text) {
    try {
      return Value.whole(Long.parseLong(text.strip()));
    } catch (NumberFormatException e) {
      return Value.text(text);
    }
  }

  private static String or(@Nullable String text, String otherwise) {
    return text == null ? otherwise : text;
  }

  private static void put(Map<String, Value> members, String name, @Nullable String text) {
    if (text != null) {
      members.put(name, Value.text(text));
    }
  }
}
