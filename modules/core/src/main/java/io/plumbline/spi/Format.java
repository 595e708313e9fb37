package io.plumbline.spi;

import io.plumbline.graph.ResourceGraph;
import io.plumbline.kind.Dialect;
import io.plumbline.model.Target;
import java.io.IOException;
import java.util.Map;
import java.util.Set;

/** Writes a graph as the artefacts of one engine. */
public interface Format {

  /** As on the command line, and the folder's name: {@code terraform}. */
  String id();

  Dialect dialect();

  /** Ids of the providers whose resources it can write. */
  Set<String> providers();

  /**
   * The artefacts by relative path, each a writer of its text. Same input, same bytes, on any
   * machine.
   */
  Map<String, Artefact> render(ResourceGraph graph, Target target);

  /** The content of one file; written once, streaming. */
  interface Artefact {
    void writeTo(Appendable out) throws IOException;
  }
}
