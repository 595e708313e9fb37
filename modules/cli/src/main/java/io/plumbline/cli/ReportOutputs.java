package io.plumbline.cli;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import io.plumbline.diagnostic.Diagnostic;
import io.plumbline.diagnostic.InvalidInputException;
import io.plumbline.drift.DriftReport;
import io.plumbline.files.Drafts;
import io.plumbline.report.Display;
import io.plumbline.report.ReportFormat;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where reports go, as {@code --output FORMAT[=FILE]} says. */
final class ReportOutputs {
  private final List<Output> outputs;
  private final PrintWriter out;

  private ReportOutputs(List<Output> outputs, PrintWriter out) {
    this.outputs = outputs;
    this.out = out;
  }

  private record Output(ReportFormat format, @Nullable Path file) {}

  static ReportOutputs parse(List<String> asked, PrintWriter out) {
    List<Output> outputs = new ArrayList<>();
    for (String each : asked.isEmpty() ? List.of(ReportFormat.TEXT.id()) : asked) {
      int sign = each.indexOf('=');
      String id = sign < 0 ? each : each.substring(0, sign);
      ReportFormat format = ReportFormat.of(id);
      if (format == null) {
        throw refusal("got " + id + "; there are: " + String.join(", ", ReportFormat.ids()));
      }
      outputs.add(new Output(format, sign < 0 ? null : Path.of(each.substring(sign + 1))));
    }
    if (outputs.stream().filter(output -> output.file() == null).count() > 1) {
      throw refusal("two reports would go to stdout");
    }
    return new ReportOutputs(outputs, out);
  }

  /** Removes reports of before: what is left of them would pass for that of a run that failed. */
  void clear() {
    for (Output output : outputs) {
      if (output.file() != null && Files.isRegularFile(output.file(), NOFOLLOW_LINKS)) {
        Drafts.delete(output.file());
      }
    }
  }

  void write(DriftReport report) {
    for (Output output : outputs) {
      if (output.file() == null) {
        out.print(output.format().render(report, Terminal.OUT.display()));
        out.flush();
      } else {
        Drafts.write(output.file(), output.format().render(report, Display.PLAIN));
      }
    }
  }

  private static InvalidInputException refusal(String detail) {
    return new InvalidInputException(
        List.of(
            new Diagnostic(
                "PLB-RUN-036",
                Diagnostic.Severity.ERROR,
                "report cannot be written so",
                detail,
                null,
                "--output FORMAT, or --output FORMAT=FILE")));
  }
}
