package io.plumbline.onprem.lower;

import io.plumbline.model.VmUser;
import io.plumbline.value.JsonWriter;
import io.plumbline.value.Value;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What cloud-init finds in the settings of a VM of vSphere (cloud-init 24.4, data source VMware),
 * or on a disk of a VM of Hyper-V (data source NoCloud). It is JSON, which is YAML too: nothing in
 * it can be taken for more than text.
 */
final class VmCloudInit {
  private VmCloudInit() {}

  static Map<String, Value> guestInfo(String name, @Nullable VmUser user) {
    Map<String, Value> settings = new LinkedHashMap<>();
    put(settings, "guestinfo.metadata", metaData(name));
    if (user != null) {
      put(settings, "guestinfo.userdata", userData(user));
    }
    return settings;
  }

  static String metaData(String name) {
    return JsonWriter.compact(
        Value.object("instance-id", Value.text(name), "local-hostname", Value.text(name)));
  }

  /** With nobody to make, what the template knows stays as it is. */
  static String userData(@Nullable VmUser user) {
    return "#cloud-config\n" + JsonWriter.compact(user == null ? Value.object() : account(user));
  }

  private static void put(Map<String, Value> settings, String name, String text) {
    settings.put(name, new Value.Base64(Value.text(text)));
    settings.put(name + ".encoding", Value.text("base64"));
  }

  /** Root by sudo without a password, as the accounts of cloud images: there is none to ask for. */
  private static Value account(VmUser user) {
    return Value.object(
        "users",
        Value.list(
            Value.object(
                "name", Value.text(user.name()),
                "shell", Value.text("/bin/bash"),
                "lock_passwd", Value.flag(true),
                "sudo", Value.text("ALL=(ALL) NOPASSWD:ALL"),
                "ssh_authorized_keys", Value.texts(user.keys()))));
  }
}
