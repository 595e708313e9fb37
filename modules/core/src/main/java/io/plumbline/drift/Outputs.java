package io.plumbline.drift;

import io.plumbline.kind.Dialect;
import io.plumbline.kind.Lens;
import io.plumbline.kind.ResourceKind;
import io.plumbline.value.Value.Obj;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What other resources may refer to, read from a live document as the kind spells it. */
final class Outputs {
  private static final Pattern MEMBER = Pattern.compile("\\{([^}]+)}");

  private Outputs() {}

  /**
   * Outputs by name, in the kind's order; one that the document does not say is left out.
   *
   * @param constants what is the same for every resource of the site
   */
  static Map<String, String> of(
      ResourceKind kind, Obj document, Dialect api, Map<String, String> constants) {
    Map<String, String> outputs = new LinkedHashMap<>();
    for (String output : kind.outputs()) {
      String spelled = kind.output(output, api);
      String value = spelled == null ? null : read(spelled, document, constants);
      if (value != null) {
        outputs.put(output, value);
      }
    }
    return outputs;
  }

  private static @Nullable String read(
      String spelled, Obj document, Map<String, String> constants) {
    return spelled.indexOf('{') < 0
        ? at(spelled, document)
        : composed(spelled, document, constants);
  }

  /** Members that the document has not are left out; where it has none of them, nothing is said. */
  private static @Nullable String composed(
      String spelled, Obj document, Map<String, String> constants) {
    StringBuilder text = new StringBuilder();
    boolean says = false;
    Matcher members = MEMBER.matcher(spelled);
    while (members.find()) {
      String constant = constants.get(members.group(1));
      String value = constant == null ? at(members.group(1), document) : constant;
      says |= constant == null && value != null;
      members.appendReplacement(text, Matcher.quoteReplacement(value == null ? "" : value));
    }
    return says ? members.appendTail(text).toString() : null;
  }

  private static @Nullable String at(String path, Obj document) {
    return Meaning.scalar(Lens.find(document, List.of(path.split("/", -1))));
  }
}
