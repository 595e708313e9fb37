package io.plumbline.onprem.lower;

import io.plumbline.model.HostFile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What something brings to every machine that it is on.
 *
 * @param packages versions by name
 * @param services units that are enabled and run
 * @param readers which service takes a file in when it changes, by its path
 */
record Bundle(
    Map<String, String> packages,
    List<String> services,
    List<HostFile> files,
    Map<String, Reader> readers) {
  static final Bundle NONE = new Bundle(Map.of(), List.of(), List.of(), Map.of());

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

  /** Both of them. */
  Bundle and(Bundle other) {
    return new Bundle(
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
