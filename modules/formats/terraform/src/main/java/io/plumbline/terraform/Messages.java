package io.plumbline.terraform;

import io.plumbline.kind.Lens;
import io.plumbline.spi.Engine.Progress;
import io.plumbline.value.JsonReader;
import io.plumbline.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Follows the machine-readable output of a run: progress goes to the user in our words, problems
 * and outputs are kept. What is no message of this kind is kept as well, for the case that nothing
 * better explains a failure.
 */
final class Messages {
  private final Addresses addresses;
  private final Progress progress;
  private final List<Problem> problems = new ArrayList<>();
  private final Map<String, String> ids = new LinkedHashMap<>();
  private final List<String> done = new ArrayList<>();
  private final List<String> begun = new ArrayList<>();
  private final StringBuilder rest = new StringBuilder();
  private boolean interrupted;
  private boolean cutShort;

  Messages(Addresses addresses, Progress progress) {
    this.addresses = addresses;
    this.progress = progress;
  }

  void accept(String line) {
    interrupted |= line.contains("Interrupt received");
    cutShort |= line.contains("Two interrupts received");
    Value message;
    try {
      message = JsonReader.read(line);
    } catch (JsonReader.SyntaxException e) {
      rest.append(line).append('\n');
      return;
    }
    switch (text(message, "type")) {
      case "apply_start" -> hook(message, begun, "");
      case "apply_complete" -> hook(message, done, "done: ");
      case "diagnostic" -> problem(message);
      case "outputs" -> outputs(message);
      case "apply_errored", "apply_progress", "log" -> progress.say(inOurWords(message));
      default -> {}
    }
  }

  private void hook(Value message, List<String> list, String prefix) {
    list.add(text(message, "hook", "resource", "addr"));
    progress.say(prefix + inOurWords(message));
  }

  /** {@code aws_s3_bucket.checkpoints: Creating...} as {@code checkpoints: creating...}. */
  private String inOurWords(Value message) {
    String said = text(message, "@message").strip().replaceAll("\\s+", " ");
    String name = text(message, "hook", "resource", "addr");
    if (name.isEmpty() || !said.startsWith(name + ": ")) {
      return said;
    }
    String address = TerraformAddress.of(text(message, "hook", "resource", "resource_name"));
    String type = text(message, "hook", "resource", "resource_type");
    String what =
        addresses.isMain(address, type)
            ? address
            : address + " " + addresses.prefix(address, type).replace(":", "");
    String rest = said.substring(name.length() + 2);
    return what + ": " + rest.substring(0, 1).toLowerCase(Locale.ROOT) + rest.substring(1);
  }

  private void problem(Value message) {
    Problem problem =
        new Problem(
            text(message, "diagnostic", "severity").equals("error"),
            text(message, "diagnostic", "summary"),
            text(message, "diagnostic", "detail"),
            text(message, "diagnostic", "address")
                + " "
                + text(message, "diagnostic", "snippet", "context"));
    problems.add(problem);
    if (!problem.isError()) {
      progress.say("warning: " + problem.in(addresses));
    }
  }

  private void outputs(Value message) {
    Value value = Lens.find(message, List.of("outputs", Configuration.IDS, "value"));
    ids.putAll(ids(value));
  }

  /** The ids in the output that every configuration has. */
  static Map<String, String> ids(Value value) {
    Map<String, String> found = new LinkedHashMap<>();
    if (value instanceof Value.Obj object) {
      object
          .members()
          .forEach(
              (address, id) -> {
                if (id instanceof Value.Text text) {
                  found.put(address, text.value());
                }
              });
    }
    return found;
  }

  List<Problem> errors() {
    return problems.stream().filter(Problem::isError).toList();
  }

  Map<String, String> ids() {
    return ids;
  }

  int done() {
    return done.size();
  }

  /** Begun and not done, in Terraform's words. */
  List<String> unfinished() {
    List<String> open = new ArrayList<>(begun);
    open.removeAll(done);
    return open;
  }

  /** Whether it was asked to end before it was done. */
  boolean isInterrupted() {
    return interrupted;
  }

  /** Whether it was asked twice, and ended at once. */
  boolean isCutShort() {
    return cutShort;
  }

  /** Output that was no message. */
  String rest() {
    return rest.toString();
  }

  private static String text(Value message, String... path) {
    return Lens.find(message, List.of(path)) instanceof Value.Text text ? text.value() : "";
  }
}
