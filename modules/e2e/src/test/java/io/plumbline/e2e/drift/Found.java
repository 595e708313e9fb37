package io.plumbline.e2e.drift;

import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Findings of a report in one line each: {@code changed trainers/group maxSize <- trainers}. Behind
 * the arrow stands the component that is declared at the line of Java that the finding names.
 */
final class Found {
  private static final Pattern DECLARED = Pattern.compile("site\\.\\w+\\(\\s*\"([a-z0-9-]+)\"");

  private Found() {}

  static List<String> in(Obj report, Path project) {
    return items(report, "findings").stream().map(each -> line(each, project)).toList();
  }

  private static String line(Obj finding, Path project) {
    String id = text(finding, "id");
    String attribute = text(finding, "attribute");
    return text(finding, "type")
        + " "
        + (id.isEmpty() ? text(finding, "kind") : id)
        + (attribute.isEmpty() ? "" : " " + attribute)
        + (finding.get("source") instanceof Obj source ? " <- " + declared(source, project) : "");
  }

  /** The component that the user's Java declares there. */
  static String declared(Obj source, Path project) {
    try {
      List<String> lines = Files.readAllLines(project.resolve(text(source, "file")));
      int line = (int) ((Value.Int) source.get("line")).value();
      String there = lines.get(line - 1) + lines.get(Math.min(line, lines.size() - 1));
      Matcher matcher = DECLARED.matcher(there);
      return matcher.find() ? matcher.group(1) : "nothing: " + there;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<Obj> items(Obj report, String member) {
    return ((Value.Sequence) report.get(member)).items().stream().map(Obj.class::cast).toList();
  }

  static String text(Obj object, String member) {
    return object.get(member) instanceof Value.Text text ? text.value() : "";
  }
}
