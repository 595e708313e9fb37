package io.plumbline.onprem.lower;

import io.plumbline.model.HostFile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What something brings to every machine that it is on.
 *
 * @param role of Ansible that sets it up, and nothing else does
 * @param packages versions by name
 * @param services units that are enabled and run
 * @param readers which service takes a file in when it changes, by its path
 */
record Bundle(
    String role,
    Map<String, String> packages,
    List<String> services,
    List<HostFile> files,
    Map<String, Reader> readers) {
  /** With nothing in it, yet. */
  static Bundle of(String role) {
    return new Bundle(role, Map.of(), List.of(), List.of(), Map.of());
  }

  /** Whether it brings nothing. */
  boolean isEmpty() {
    return packages.isEmpty() && services.isEmpty() && files.isEmpty();
  }

  /** With packages, too. */
  Bundle packages(Map<String, String> more) {
    return and(new Bundle(role, more, List.of(), List.of(), Map.of()));
  }

  /** With services, too. */
  Bundle services(List<String> more) {
    return and(new Bundle(role, Map.of(), more, List.of(), Map.of()));
  }

  /** With files, too, which services take in as they say themselves. */
  Bundle files(List<HostFile> more) {
    return and(new Bundle(role, Map.of(), List.of(), more, Map.of()));
  }

  /** With a file, too, which a service takes in. */
  Bundle file(HostFile file, Reader reader) {
    return and(new Bundle(role, Map.of(), List.of(), List.of(file), Map.of(file.path(), reader)));
  }

  /** How a service takes in a file that has changed. */
  record Reader(String how, String service) {
    /** Whether it ends for that, and begins anew. */
    boolean isRestarted() {
      return how.equals("restarts");
    }

    /** It goes on with what it does. */
    static Reader reloads(String service) {
      return new Reader("reloads", service);
    }

    /** It ends and begins anew. */
    static Reader restarts(String service) {
      return new Reader("restarts", service);
    }
  }

  /** Both of them, by the role of this one. */
  Bundle and(Bundle other) {
    return new Bundle(
        role,
        both(packages, other.packages),
        both(services, other.services),
        both(files, other.files),
        both(readers, other.readers));
  }

  private static <T> Map<String, T> both(Map<String, T> one, Map<String, T> other) {
    Map<String, T> both = new LinkedHashMap<>(one);
    both.putAll(other);
    return both;
  }

  private static <T> List<T> both(List<T> one, List<T> other) {
    return Stream.concat(one.stream(), other.stream()).toList();
  }
}
