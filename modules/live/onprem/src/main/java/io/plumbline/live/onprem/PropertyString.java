package io.plumbline.live.onprem;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Several settings in one text, as Proxmox VE has them: {@code "ceph:vm-101-disk-0,size=32G"}. The
 * first may have no name, since what it is goes without saying. Source: Proxmox VE 8, qm.conf(5).
 */
record PropertyString(Map<String, String> properties) {
  private static final String UNNAMED = "";

  PropertyString {
    properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
  }

  static PropertyString of(String text) {
    Map<String, String> properties = new LinkedHashMap<>();
    for (String each : text.split(",", -1)) {
      int equals = each.indexOf('=');
      properties.put(
          equals < 0 ? UNNAMED : each.substring(0, equals).strip(), each.substring(equals + 1));
    }
    return new PropertyString(properties);
  }

  /** One of them. */
  @Nullable String get(String name) {
    return properties.get(name);
  }

  /** The one that goes without its name. */
  @Nullable String first(String name) {
    String unnamed = properties.get(UNNAMED);
    return unnamed == null ? properties.get(name) : unnamed;
  }

  /** What the first one is called. */
  String firstName() {
    return properties.keySet().iterator().next();
  }

  /** Whether one is on; where it is not said, it is off. */
  static boolean isOn(@Nullable String text) {
    return text != null
        && (text.equals("1") || text.equals("on") || text.equals("yes") || text.equals("true"));
  }
}
