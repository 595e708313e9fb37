package io.plumbline.testkit.live;

import io.plumbline.spi.LiveSource;
import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import io.plumbline.value.Value.Sequence;
import io.plumbline.value.Value.Text;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Answers from a recording, as a provider would: it stands under the same contract as the sources
 * that reach one. A recording is a list of operations:
 *
 * <pre>
 * {"operation": "iam:GetRole", "key": "RoleName", "items": [{"RoleName": "a", …}],
 *  "failures": {"b": "AccessDenied: no"}, "later": [items that only a second call answers]}
 * </pre>
 *
 * Without {@code key} the operation lists everything. A failure of {@code ""} is the whole
 * operation's. What the recording does not name fails.
 */
public final class RecordedSource implements LiveSource {
  private final Map<String, Obj> operations = new LinkedHashMap<>();
  private final Map<String, Integer> called = new ConcurrentHashMap<>();
  private final List<String> calls = Collections.synchronizedList(new ArrayList<>());

  public RecordedSource(Value recording) {
    for (Value operation : ((Sequence) recording).items()) {
      operations.put(text(((Obj) operation).get("operation")), (Obj) operation);
    }
  }

  @Override
  public Answer call(String operation, List<String> keys) {
    calls.add(operation + (keys.isEmpty() ? "" : " " + String.join(",", keys)));
    Obj recorded = operations.get(operation);
    if (recorded == null) {
      Failure unknown = new Failure(operation, "UnknownOperation: not in the recording");
      return new Answer(List.of(), Map.of("", unknown), 1);
    }
    boolean first = called.merge(operation, 1, Integer::sum) == 1;
    List<Obj> items = new ArrayList<>(items(recorded.get("items")));
    if (!first) {
      items.addAll(items(recorded.get("later")));
    }
    String key = recorded.has("key") ? text(recorded.get("key")) : null;
    if (key != null) {
      items.removeIf(item -> !(item.get(key) instanceof Text t && keys.contains(t.value())));
    }
    Map<String, Failure> failures = failures(operation, recorded, keys);
    if (failures.containsKey("")) {
      items.clear();
    }
    return new Answer(items, failures, Math.max(1, keys.size()));
  }

  private static Map<String, Failure> failures(String operation, Obj recorded, List<String> keys) {
    Map<String, Failure> failures = new LinkedHashMap<>();
    if (recorded.get("failures") instanceof Obj errors) {
      errors
          .members()
          .forEach(
              (key, error) -> {
                if (key.isEmpty() || keys.contains(key)) {
                  failures.put(key, new Failure(operation, text(error)));
                }
              });
    }
    return failures;
  }

  private static List<Obj> items(@Nullable Value items) {
    return items instanceof Sequence sequence
        ? sequence.items().stream().map(Obj.class::cast).toList()
        : List.of();
  }

  private static String text(Value value) {
    return ((Text) value).value();
  }

  /** What was called so far, in alphabetical order: operation and keys. */
  public List<String> calls() {
    synchronized (calls) {
      return calls.stream().sorted().toList();
    }
  }

  @Override
  public Map<String, String> constants() {
    Map<String, String> constants = new LinkedHashMap<>();
    constants.put("account", "123456789012");
    constants.put("partition", "aws");
    constants.put("region", "eu-west-1");
    return constants;
  }

  @Override
  public void close() {}
}
