package io.plumbline.live.onprem;

import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import io.plumbline.value.Value.Sequence;
import io.plumbline.value.Value.Text;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds what stands in vSphere by its name: by the operation, the list that has it. Source:
 * Broadcom, vSphere Automation API 8.0, {@code GET /api/vcenter/…}.
 *
 * @param list the path, which is the name of the identifier in its rows too
 */
record VsphereNames(VsphereClient client, String list) {
  /** So many names fit into an address that every proxy takes. */
  private static final int NAMES_AT_ONCE = 20;

  /** What has a path for a name, no list finds by it. */
  static final String PATH = "NotRead: it is named by a path, by which vSphere's API finds nothing";

  /** The list of each operation. */
  static final Map<String, String> LISTS =
      Map.of(
          "vsphere:VirtualMachines", "vm",
          "vsphere:Clusters", "cluster",
          "vsphere:Datacenters", "datacenter",
          "vsphere:Datastores", "datastore",
          "vsphere:Hosts", "host",
          "vsphere:Networks", "network");

  /** Something with a name. */
  record Named(String name, String id) {}

  /** All of these names; of one there may be several. */
  List<Named> find(List<String> names) throws UnheardException, InterruptedException {
    List<Named> found = new ArrayList<>();
    for (int from = 0; from < names.size(); from += NAMES_AT_ONCE) {
      List<String> some = names.subList(from, Math.min(names.size(), from + NAMES_AT_ONCE));
      String query = String.join("&", some.stream().map(name -> "names=" + encoded(name)).toList());
      if (!(client.find("/" + list + "?" + query) instanceof Sequence rows)) {
        throw new UnheardException("NotUnderstood: /api/vcenter/" + list + " is no list");
      }
      for (Value each : rows.items()) {
        Named named = each instanceof Obj row ? named(row) : null;
        if (named == null) {
          throw new UnheardException(
              "NotUnderstood: a row of /api/vcenter/" + list + " has no name or no identifier");
        }
        found.add(named);
      }
    }
    return found;
  }

  private @Nullable Named named(Obj row) {
    return row.get("name") instanceof Text name
            && row.get(list) instanceof Text id
            && id.value().matches("[A-Za-z0-9._:-]{1,200}")
        ? new Named(name.value(), id.value())
        : null;
  }

  private static String encoded(String name) {
    return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** The document of something that only its name and identifier are wanted of. */
  Obj document(Named named) throws UnheardException, InterruptedException {
    Map<String, Value> document = new LinkedHashMap<>();
    document.put("id", Value.text(named.id()));
    document.put("name", Value.text(named.name()));
    if (list.equals("cluster") && client.find("/cluster/" + named.id()) instanceof Obj cluster) {
      document.put("resourcePool", cluster.get("resource_pool"));
    }
    return new Obj(document);
  }
}
