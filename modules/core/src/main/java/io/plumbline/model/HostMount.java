package io.plumbline.model;

import java.util.List;

/**
 * Storage that hosts mount.
 *
 * @param path where: {@code "/data"}
 * @param source what: {@code "nfs01:/export/data"}
 * @param type its file system: {@code "nfs4"}
 * @param options those that must be in force, and are given when it is mounted: {@code "ro"}
 */
public record HostMount(String path, String source, String type, List<String> options) {
  public HostMount {
    options = List.copyOf(options);
  }
}
