package io.plumbline.spi;

import io.plumbline.graph.ResourceGraph;
import io.plumbline.kind.Dialect;
import io.plumbline.model.Site;
import io.plumbline.model.Target;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Set;

/** Writes a graph as the artefacts of one engine. */
public interface Format {

  /** As on the command line, and the folder's name: {@code terraform}. */
  String id();

  Dialect dialect();

  /** Ids of the providers whose resources it can write. */
  Set<String> providers();

  /** Whether it writes what lives on this site: the engine may say what can. */
  default boolean serves(Site site) {
    return providers().contains(site.provider());
  }

  /**
   * The artefacts by relative path, each a writer of its text. Same input, same bytes, on any
   * machine.
   */
  Map<String, Artefact> render(ResourceGraph graph, Target target);

  /** The content of one file; written once, streaming. */
  interface Artefact {
    /** As text; content that is none stands there in base64, for people and tests. */
    void writeTo(Appendable out) throws IOException;

    /** The same as bytes: text in UTF-8, unless it is no text. */
    default void writeTo(OutputStream out) throws IOException {
      Writer text =
          new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
      writeTo(text);
      text.flush();
    }

    /** Content that is no text: an archive. */
    static Artefact of(byte[] content) {
      byte[] bytes = content.clone();
      return new Artefact() {
        @Override
        public void writeTo(Appendable out) throws IOException {
          out.append(Base64.getMimeEncoder().encodeToString(bytes));
        }

        @Override
        public void writeTo(OutputStream out) throws IOException {
          out.write(bytes);
        }
      };
    }
  }
}
