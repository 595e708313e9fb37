package io.plumbline.model;

import java.util.List;

/**
 * The machines that are mounted, as a file beside the environment lists them. A stack has it as a
 * parameter, whose value in the environment file is the path of that file.
 *
 * @param file its path below the project
 * @param hosts its rows, in their order
 */
public record Inventory(String file, List<InventoryHost> hosts) {
  public Inventory {
    hosts = List.copyOf(hosts);
  }

  /** Those that work. */
  public List<InventoryHost> inService() {
    return hosts.stream().filter(host -> host.state() == HostState.IN_SERVICE).toList();
  }

  /** Those that may be installed anew. */
  public List<InventoryHost> toInstall() {
    return hosts.stream().filter(host -> host.state() == HostState.INSTALL).toList();
  }
}
