package io.plumbline.report;

import io.plumbline.drift.DriftReport;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The forms in which a drift report can be had. */
public enum ReportFormat {
  TEXT {
    @Override
    public String render(DriftReport report, Display display) {
      return new DriftText(report, display).render();
    }
  },
  JSON {
    @Override
    public String render(DriftReport report, Display display) {
      return DriftJson.render(report);
    }
  },
  SARIF {
    @Override
    public String render(DriftReport report, Display display) {
      return Sarif.render(report);
    }
  },
  JUNIT {
    @Override
    public String render(DriftReport report, Display display) {
      return JUnitXml.render(report);
    }
  },
  MARKDOWN {
    @Override
    public String render(DriftReport report, Display display) {
      return Markdown.render(report);
    }
  },
  GITHUB {
    @Override
    public String render(DriftReport report, Display display) {
      return GithubAnnotations.render(report);
    }
  },
  HTML {
    @Override
    public String render(DriftReport report, Display display) {
      return HtmlReport.render(report);
    }
  };

  /** As on the command line: {@code --output json}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The whole report, ending in a line end. */
  public abstract String render(DriftReport report, Display display);

  /** The form of this id; null where there is none. */
  public static @Nullable ReportFormat of(String id) {
    for (ReportFormat format : values()) {
      if (format.id().equals(id)) {
        return format;
      }
    }
    return null;
  }

  /** All ids, for messages. */
  public static List<String> ids() {
    return List.of(values()).stream().map(ReportFormat::id).toList();
  }
}
