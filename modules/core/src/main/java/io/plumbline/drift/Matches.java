package io.plumbline.drift;

import io.plumbline.value.References;
import io.plumbline.value.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which live thing is which resource; grows while the {@link Matcher} works. */
final class Matches {
  private final Map<String, LiveRow> byAddress = new LinkedHashMap<>();
  private final Set<LiveRow> taken = new HashSet<>();
  private final List<Twin> twins = new ArrayList<>();
  private final Map<String, String> ambiguous = new LinkedHashMap<>();

  /** A second live thing that claims to be the resource at {@code address}. */
  record Twin(String address, LiveRow row) {}

  void put(String address, LiveRow row) {
    byAddress.put(address, row);
    taken.add(row);
  }

  void putTwin(String address, LiveRow row) {
    twins.add(new Twin(address, row));
    taken.add(row);
  }

  void putAmbiguous(String address, String reason) {
    ambiguous.put(address, reason);
  }

  @Nullable LiveRow at(String address) {
    return byAddress.get(address);
  }

  boolean isTaken(LiveRow row) {
    return taken.contains(row);
  }

  /** How many resources were found; whoever waits for others looks again when it grows. */
  int size() {
    return byAddress.size();
  }

  List<Twin> twins() {
    return twins;
  }

  /** Why none was chosen of several that would do. */
  @Nullable String ambiguity(String address) {
    return ambiguous.get(address);
  }

  /** The value with live outputs in place of references; null while one of them is not known. */
  @Nullable Value resolve(Value desired) {
    boolean[] open = new boolean[1];
    Value resolved =
        References.replace(
            desired,
            ref -> {
              LiveRow row = byAddress.get(ref.resource());
              String output = row == null ? null : row.outputs().get(ref.output());
              open[0] |= output == null;
              return output == null ? ref : Value.text(output);
            });
    return open[0] ? null : resolved;
  }
}
