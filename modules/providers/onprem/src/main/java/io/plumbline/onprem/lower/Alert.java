package io.plumbline.onprem.lower;

import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An alert of Prometheus.
 *
 * @param expression holds for each series that something is wrong with
 * @param after how long it must be so: {@code "5m"}; null for at once
 * @param labels {@code severity}, which is {@code critical} where work is lost and {@code warning}
 *     where it may be; and what tells it from others of its name
 * @param summary what is wrong, with {@code {{ $labels.host }}} and the like
 * @param action what to do about it
 */
record Alert(
    String name,
    String expression,
    @Nullable String after,
    Map<String, String> labels,
    String summary,
    String action) {

  Value value() {
    Map<String, Value> members = new LinkedHashMap<>();
    members.put("alert", Value.text(name));
    members.put("expr", Value.text(expression));
    if (after != null) {
      members.put("for", Value.text(after));
    }
    Map<String, Value> said = new LinkedHashMap<>();
    labels.forEach((label, text) -> said.put(label, Value.text(text)));
    members.put("labels", new Obj(said));
    members.put(
        "annotations", Value.object("summary", Value.text(summary), "action", Value.text(action)));
    return new Obj(members);
  }
}
