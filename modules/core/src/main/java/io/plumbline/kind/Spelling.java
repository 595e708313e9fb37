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
   * The artefact says it in a file of its own, which a program wants zipped: the main document
   * names the file, and the digest by which the program sees it change. Read back is the digest
   * alone, so that nobody takes another witness's word for what is in there.
   *
   * @param entry name of the file inside the archive
   * @param file member of the main document that names the archive
   * @param digest member that holds the archive's SHA-256 in base64
   */
  record Zipped(String entry, String file, String digest) implements Spelling {}

  /**
   * The dialect cannot say it, for this reason: nothing is written, and what is read stays
   * undetermined.
   */
  record Absent(String reason) implements Spelling {}
}
