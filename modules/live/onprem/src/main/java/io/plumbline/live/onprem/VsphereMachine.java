package io.plumbline.live.onprem;

import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import io.plumbline.value.Value.Sequence;
import io.plumbline.value.Value.Text;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What vSphere says of one virtual machine, in the words of its kind. Source: Broadcom, Virtual
 * Infrastructure JSON API 8.0.1.0, VirtualMachineConfigInfo, VirtualMachineRuntimeInfo and the
 * subtypes of VirtualDevice.
 *
 * @param configuration its {@code config}
 * @param runtime its {@code runtime}
 * @param pool its {@code resourcePool}
 */
record VsphereMachine(Obj configuration, Obj runtime, Value pool) {
  /** Of a hundred settings of a machine, those that a design may have; the rest is vSphere's. */
  private static final Pattern SETTINGS =
      Pattern.compile(
          "guestinfo\\.(metadata|userdata)(\\.encoding)?"
              + "|pciPassthru\\.(use64bitMMIO|64bitMMIOSizeGB)");

  private static final BigDecimal KIBI = BigDecimal.valueOf(1024);

  /** This number on a controller is the controller's own. */
  private static final long OWN_UNIT = 7;

  Obj document(String name, String id) {
    Map<String, Value> document = new LinkedHashMap<>();
    document.put("id", Value.text(id));
    document.put("name", Value.text(name));
    document.put("annotation", text(configuration.get("annotation")));
    document.put("power", power());
    document.put("resourcePoolId", reference(pool));
    document.put("hostSystemId", reference(runtime.get("host")));
    document.put("datastoreId", datastore());
    Obj hardware = object(configuration.get("hardware"));
    document.put("numCpus", hardware.get("numCPU"));
    document.put("memory", hardware.get("memoryMB"));
    document.put(
        "memoryReservation", object(configuration.get("memoryAllocation")).get("reservation"));
    document.put("firmware", configuration.get("firmware"));
    document.put("pciDeviceId", Value.list(passed()));
    document.put("extraConfig", settings());
    document.put("networkInterface", Value.list(network()));
    document.put("disk", Value.list(disks()));
    return new Obj(document);
  }

  private Value power() {
    return runtime.get("powerState").equals(Value.text("poweredOn"))
        ? Value.text("on")
        : runtime.get("powerState");
  }

  private List<Obj> devices() {
    List<Obj> devices = new ArrayList<>();
    if (object(configuration.get("hardware")).get("device") instanceof Sequence all) {
      all.items().forEach(each -> devices.add(object(each)));
    }
    return devices;
  }

  private List<Obj> devices(String type) {
    return devices().stream().filter(each -> isOf(each, type)).toList();
  }

  private static boolean isOf(Obj object, String type) {
    return object.get("_typeName").equals(Value.text(type));
  }

  private static Obj backing(Obj device) {
    return object(device.get("backing"));
  }

  /** Of the disk that it boots from; its other files are there too. */
  private Value datastore() {
    return devices("VirtualDisk").stream()
        .findFirst()
        .map(disk -> reference(backing(disk).get("datastore")))
        .orElse(Value.NULL);
  }

  private List<Value> passed() {
    return devices("VirtualPCIPassthrough").stream()
        .map(device -> backing(device).get("id"))
        .filter(id -> id instanceof Text)
        .toList();
  }

  private List<Value> network() {
    return devices().stream()
        .filter(device -> device.get("macAddress") instanceof Text)
        .map(device -> (Value) Value.object("networkId", network(backing(device))))
        .toList();
  }

  private static Value network(Obj backing) {
    Value portGroup = object(backing.get("port")).get("portgroupKey");
    if (portGroup instanceof Text) {
      return portGroup;
    }
    Value opaque = backing.get("opaqueNetworkId");
    return opaque instanceof Text ? opaque : reference(backing.get("network"));
  }

  private List<Value> disks() {
    List<Value> disks = new ArrayList<>();
    for (Obj device : devices("VirtualDisk")) {
      Map<String, Value> disk = new LinkedHashMap<>();
      disk.put("unitNumber", unit(device.get("unitNumber")));
      disk.put("size", gibibytes(device.get("capacityInKB")));
      disks.add(new Obj(disk));
    }
    return disks;
  }

  private static Value unit(Value number) {
    return number instanceof Value.Int unit && unit.value() > OWN_UNIT
        ? Value.whole(unit.value() - 1)
        : number;
  }

  private static Value gibibytes(Value kibibytes) {
    if (!(kibibytes instanceof Value.Int number)) {
      return new Value.Unknown("vSphere does not say the disk's capacity");
    }
    BigDecimal size = BigDecimal.valueOf(number.value()).divide(KIBI.pow(2)).stripTrailingZeros();
    return size.scale() <= 0 ? Value.whole(size.longValueExact()) : Value.decimal(size);
  }

  private Value settings() {
    Map<String, Value> all = new LinkedHashMap<>();
    if (configuration.get("extraConfig") instanceof Sequence options) {
      for (Value each : options.items()) {
        if (object(each).get("key") instanceof Text key
            && SETTINGS.matcher(key.value()).matches()) {
          all.put(key.value(), plain(object(each).get("value")));
        }
      }
    }
    Map<String, Value> settings = new LinkedHashMap<>();
    all.forEach(
        (key, value) ->
            settings.put(
                key,
                Value.text("base64").equals(all.get(key + ".encoding")) ? decoded(value) : value));
    return new Obj(settings);
  }

  /** Values of any type say theirs. */
  private static Value plain(Value value) {
    return value instanceof Obj any && any.has("_value") ? any.get("_value") : value;
  }

  private static Value decoded(Value value) {
    if (!(value instanceof Text text)) {
      return value;
    }
    try {
      byte[] bytes = Base64.getDecoder().decode(text.value());
      return Value.text(new String(bytes, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      return value;
    }
  }

  private static Value reference(Value value) {
    return object(value).get("value");
  }

  private static Value text(Value value) {
    return value instanceof Text text ? Value.text(text.value().stripTrailing()) : value;
  }

  private static Obj object(Value value) {
    return value instanceof Obj object ? object : Obj.EMPTY;
  }
}
