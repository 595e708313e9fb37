package io.plumbline.report;

import io.plumbline.drift.DriftReport;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The forms in which a drift report can be had. */
public enum ReportFormat {
  TEXT,
  JSON,
  SARIF,
  JUNIT,
  MARKDOWN,
  GITHUB,
  HTML;

  /** As on the command line: {@code --output json}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The whole report, ending in a line end. */
  public String render(DriftReport report, Display display) {
    return switch (this) {
      case TEXT -> new DriftText(report, display).render();
      case JSON -> DriftJson.render(report);
      case SARIF -> Sarif.render(report);
      case JUNIT -> JUnitXml.render(report);
      case MARKDOWN -> Markdown.render(report);
      case GITHUB -> GithubAnnotations.render(report);
      case HTML -> HtmlReport.render(report);
    };
  }

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
