package io.plumbline.onprem.lower;

import io.plumbline.model.HostInstall;
import io.plumbline.model.InventoryHost;
import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import io.plumbline.yaml.YamlWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What Ubuntu's installer is told, as cloud-init hands it over (Subiquity, autoinstall reference,
 * 2026-11-26). Nobody gets a password: the administrator comes in by keys.
 *
 * @param kernel the kernel that is to run, as {@code uname -r} says it; null for Ubuntu's own
 */
record Autoinstall(HostInstall install, @Nullable String kernel) {

  /** For one machine. */
  String userData(InventoryHost host) {
    Map<String, Value> all = new LinkedHashMap<>();
    all.put("version", Value.whole(1));
    all.put("locale", Value.text("en_US.UTF-8"));
    all.put("keyboard", Value.object("layout", Value.text("us")));
    all.put("refresh-installer", Value.object("update", Value.flag(false)));
    if (kernel != null) {
      all.put("kernel", Value.object("package", Value.text("linux-image-" + kernel)));
    }
    all.put("network", network(host));
    all.put("storage", storage());
    all.put("ssh", Value.object("install-server", Value.flag(true), "allow-pw", Value.flag(false)));
    all.put("user-data", account(host));
    all.put("shutdown", Value.text("reboot"));
    return "#cloud-config\n" + YamlWriter.write(Value.object("autoinstall", new Obj(all)));
  }

  /** By which cloud-init knows that it is another machine than before. */
  String metaData(String fleet, InventoryHost host) {
    return YamlWriter.write(
        Value.object(
            "instance-id", Value.text(fleet + "-" + host.serial()),
            "local-hostname", Value.text(host.name())));
  }

  /** Its address comes by DHCP: of the interface in the inventory, or of whichever has a name. */
  private static Value network(InventoryHost host) {
    Value match =
        host.mac() == null
            ? Value.object("name", Value.text("e*"))
            : Value.object("macaddress", Value.text(host.mac()));
    return Value.object(
        "version", Value.whole(2),
        "ethernets",
            Value.object("management", Value.object("match", match, "dhcp4", Value.flag(true))));
  }

  /** The order of starts is the controller's, or the firmware's: GRUB leaves it as it is. */
  private Value storage() {
    return Value.object(
        "config", Value.list(new DiskLayout(install.volumes()).actions()),
        "swap", Value.object("size", Value.whole(0)),
        "grub", Value.object("reorder_uefi", Value.flag(false)));
  }

  private Value account(InventoryHost host) {
    return Value.object(
        "hostname", Value.text(host.name()),
        "disable_root", Value.flag(true),
        "users",
            Value.list(
                Value.object(
                    "name", Value.text(install.administrator()),
                    "shell", Value.text("/bin/bash"),
                    "lock_passwd", Value.flag(true),
                    "sudo", Value.text("ALL=(ALL) NOPASSWD:ALL"),
                    "ssh_authorized_keys", Value.texts(List.copyOf(install.keys())))));
  }
}
