package io.plumbline.ansible;

import io.plumbline.files.TextDiff;
import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a run with {@code --diff} says would change in files. It is shown of those alone that all
 * may read on the machine: in others there may be what is nobody's to see in a plan.
 */
final class Differences {
  /** The one task whose differences are shown: what it writes stands in the artefacts as well. */
  static final String TASK = "Write each file";

  /** The one that holds what a machine says of itself against what it should be. */
  static final String LOOK = "Keep what it says, and what of it is not as it should be";

  private static final int MOST_LINES = 40;

  private Differences() {}

  /**
   * Differences of files that all may read, as they are now and as they will be.
   *
   * @param readable what {@link #readable} found before
   */
  static List<String> of(Obj said, Set<String> readable) {
    if (!(said.get("diff") instanceof Value.Sequence diffs)) {
      return List.of();
    }
    List<String> lines = new ArrayList<>();
    for (Value each : diffs.items()) {
      if (each instanceof Obj diff
          && isForAll(text(diff.get("mode")))
          && readable.contains(text(diff.get("after_header")))) {
        lines.addAll(lines(diff));
      }
    }
    return lines;
  }

  /** Paths of files that are not there yet, or that all may read on the machine. */
  static Set<String> readable(Obj said) {
    return said.get("ansible_facts") instanceof Obj facts
            && facts.get("base_differs") instanceof Obj differs
            && differs.get("readable") instanceof Value.Sequence paths
        ? paths.items().stream().map(Differences::text).collect(Collectors.toSet())
        : Set.of();
  }

  private static boolean isForAll(String mode) {
    return mode.matches("[0-7]{3}[4-7]");
  }

  /** Of what is about owner and mode alone, there are no texts. */
  private static List<String> lines(Obj said) {
    if (!(said.get("before") instanceof Value.Text before)
        || !(said.get("after") instanceof Value.Text after)
        || before.equals(after)) {
      return List.of();
    }
    String path = text(said.get("after_header"));
    List<String> lines =
        TextDiff.of(path.substring(1), before.value(), after.value())
            .lines()
            .map(Differences::printable)
            .toList();
    if (lines.size() <= MOST_LINES) {
      return lines;
    }
    List<String> shown = new ArrayList<>(lines.subList(0, MOST_LINES));
    shown.add("… and " + (lines.size() - MOST_LINES) + " lines more");
    return shown;
  }

  /** What a machine says may have anything in it, and a terminal obeys some of that. */
  private static String printable(String line) {
    return line.replaceAll("[\\p{Cc}\\p{Cf}&&[^\\t]]", "�");
  }

  private static String text(Value value) {
    return value instanceof Value.Text text ? text.value() : "";
  }
}
