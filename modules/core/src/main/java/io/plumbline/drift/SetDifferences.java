package io.plumbline.drift;

import io.plumbline.kind.Attribute;
import io.plumbline.kind.Shape;
import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Sets as sets: what both sides have falls away; of the rest, records that share their first text
 * (a tag's key, a rule's id) are held against each other, and what then remains is reported.
 */
final class SetDifferences {
  private final Differences differences;
  private final Links links;
  private final Shape item;
  private final Differences.Place place;

  SetDifferences(Differences differences, Links links, Shape item, Differences.Place place) {
    this.differences = differences;
    this.links = links;
    this.item = item;
    this.place = place;
  }

  void compare(Value.Sequence desired, List<Value> observed) {
    Links.Resolved resolved = links.resolve(desired);
    String unknown = Differences.unknownIn(Value.list(observed));
    String unclear = resolved.unclear() == null ? unknown : resolved.unclear();
    if (resolved.missing() != null) {
      differences.add(new Difference.Follows(place.path(), resolved.missing()));
    }
    if (unclear != null) {
      differences.add(new Difference.Unclear(place.path(), unclear));
    } else {
      compareKnown(desired.items(), ((Value.Sequence) resolved.value()).items(), observed);
    }
  }

  /** One item of the desired side, with references and without. */
  private record Wanted(Value wanted, Value resolved) {}

  private void compareKnown(List<Value> wanted, List<Value> resolved, List<Value> observed) {
    Map<String, Wanted> absent = new LinkedHashMap<>();
    List<Value> dangling = new ArrayList<>();
    for (int i = 0; i < wanted.size(); i++) {
      if (links.resolve(wanted.get(i)).missing() == null) {
        absent.put(Meaning.of(item, resolved.get(i)), new Wanted(wanted.get(i), resolved.get(i)));
      } else {
        dangling.add(wanted.get(i));
      }
    }
    Map<String, Value> extra = new LinkedHashMap<>();
    for (Value value : observed) {
      String meaning = Meaning.of(item, value);
      if (!absent.containsKey(meaning)) {
        extra.put(meaning, value);
      }
    }
    observed.forEach(value -> absent.remove(Meaning.of(item, value)));
    List<Wanted> gone = new ArrayList<>(absent.values());
    List<Value> added = new ArrayList<>(extra.values());
    if (!dangling.isEmpty()) {
      dropEqual(gone, added);
      dropLeftOf(dangling, added);
    }
    String key = keyOf(item);
    if (key != null
        && areDistinct(key, gone.stream().map(Wanted::resolved).toList())
        && areDistinct(key, added)) {
      compareByKey(key, gone, added);
    } else {
      dropEqual(gone, added);
      report(gone, added);
    }
  }

  /** The first attribute of a record, where that is text: by custom the one that identifies it. */
  private static @Nullable String keyOf(Shape item) {
    if (item instanceof Shape.Struct struct && !struct.attributes().isEmpty()) {
      Attribute first = struct.attributes().get(0);
      return first.shape() == Shape.Leaf.TEXT ? first.name() : null;
    }
    return null;
  }

  private static boolean areDistinct(String key, List<Value> items) {
    long distinct = items.stream().map(value -> keyText(key, value)).distinct().count();
    return distinct == items.size() && items.stream().allMatch(v -> keyText(key, v) != null);
  }

  private static @Nullable String keyText(String key, Value value) {
    return value instanceof Obj object ? Meaning.scalar(object.get(key)) : null;
  }

  private void compareByKey(String key, List<Wanted> gone, List<Value> added) {
    Map<String, Value> byKey = new LinkedHashMap<>();
    added.forEach(value -> byKey.put(String.valueOf(keyText(key, value)), value));
    for (Wanted item : gone) {
      String name = String.valueOf(keyText(key, item.resolved));
      Value other = byKey.remove(name);
      if (other == null) {
        differences.changed(place.at(name), item.wanted, item.resolved, null);
      } else {
        Differences both = differences.another();
        both.value(this.item, place.at(name), item.wanted, other);
        both.found().forEach(differences::add);
      }
    }
    byKey.forEach((name, value) -> differences.changed(place.at(name), null, null, value));
  }

  /** Records that differ only in what the design leaves open are equal all the same. */
  private void dropEqual(List<Wanted> gone, List<Value> added) {
    for (Iterator<Wanted> items = gone.iterator(); items.hasNext(); ) {
      Value wanted = items.next().wanted;
      for (Value other : added) {
        Differences trial = differences.another();
        trial.value(item, place, wanted, other);
        if (trial.found().isEmpty()) {
          items.remove();
          added.remove(other);
          break;
        }
      }
    }
  }

  /**
   * What may be left of items that refer to what is missing comes right with that. More than there
   * are such items can be: none of them is to stay.
   */
  private void dropLeftOf(List<Value> dangling, List<Value> added) {
    List<Value> left =
        added.stream().filter(v -> dangling.stream().anyMatch(d -> mayBeLeftOf(d, v))).toList();
    if (left.size() <= dangling.size()) {
      added.removeAll(left);
    }
  }

  private boolean mayBeLeftOf(Value dangling, Value observed) {
    Differences trial = differences.another();
    trial.value(item, place, dangling, observed);
    return trial.found().stream().allMatch(each -> each instanceof Difference.Follows)
        && mayHaveBeen(dangling, observed);
  }

  private boolean mayHaveBeen(Value wanted, Value observed) {
    return switch (wanted) {
      case Value.Ref ref when links.resolve(ref).missing() != null ->
          links.mayHaveBeen(ref, String.valueOf(Meaning.scalar(observed)));
      case Obj object when observed instanceof Obj other ->
          object.members().entrySet().stream()
              .allMatch(each -> mayHaveBeen(each.getValue(), other.get(each.getKey())));
      default -> true;
    };
  }

  private void report(List<Wanted> gone, List<Value> added) {
    if (!gone.isEmpty() || !added.isEmpty()) {
      differences.changed(
          place,
          list(gone.stream().map(Wanted::wanted).toList()),
          list(gone.stream().map(Wanted::resolved).toList()),
          list(added));
    }
  }

  private static @Nullable Value list(List<Value> items) {
    return items.isEmpty() ? null : Value.list(items);
  }
}
