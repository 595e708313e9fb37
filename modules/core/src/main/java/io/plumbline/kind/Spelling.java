package io.plumbline.kind;

import java.util.List;

/** How one attribute stands in one dialect. */
public sealed interface Spelling {

  /**
   * A place in a document.
   *
   * @param document name of the document; {@code ""} is the main one
   * @param path members from the document's root; empty: the value's own members stand at the root
   * @param codec turns the canonical value into the one that stands there
   */
  record At(String document, List<String> path, Codec codec) implements Spelling {
    public At {
      path = List.copyOf(path);
    }

    /**
     * Reads {@code "path/to/member"} or {@code "document:path/to/member"}; {@code "document:"} is
     * its root.
     */
    static At parse(String place, Codec codec) {
      int colon = place.indexOf(':');
      String path = place.substring(colon + 1);
      return new At(
          colon < 0 ? "" : place.substring(0, colon),
          path.isEmpty() ? List.of() : List.of(path.split("/")),
          codec);
    }

    String place() {
      String joined = String.join("/", path);
      return document.isEmpty() ? joined : document + ":" + joined;
    }
  }

  /**
   * The dialect cannot say it, for this reason: nothing is written, and what is read stays
   * undetermined.
   */
  record Absent(String reason) implements Spelling {}
}
