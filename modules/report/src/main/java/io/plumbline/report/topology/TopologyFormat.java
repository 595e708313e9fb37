package io.plumbline.report.topology;

import java.util.Locale;

/** The forms in which a topology can be had. */
public enum TopologyFormat {
  MERMAID {
    @Override
    public String render(Topology topology) {
      return Mermaid.render(topology);
    }
  },
  DOT {
    @Override
    public String render(Topology topology) {
      return Dot.render(topology);
    }
  },
  HTML {
    @Override
    public String render(Topology topology) {
      return new HtmlPage(topology).render();
    }
  };

  /** The whole text, ending in a line end. */
  public abstract String render(Topology topology);

  /** As on the command line. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
