package io.plumbline.value;

import io.plumbline.value.Value.Obj;
import io.plumbline.value.Value.Sequence;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Lets what recurs be there once. Most of what is said of one pool is said of the next: the disks,
 * the tags of the stack, every name of a member. What was seen last is kept in so many places, so
 * that a fleet of any size takes no more room here. For one thread.
 */
public final class Recurring {
  private static final int PLACES = 1 << 12;

  private final @Nullable Value[] seen = new @Nullable Value[PLACES];

  /** The value, or one that was seen before and is the same, the order of members included. */
  @SuppressWarnings("unchecked") // what is the same is of the same class
  public <V extends Value> V one(V value) {
    int hash = value.hashCode();
    int place = (hash ^ hash >>> 16) & PLACES - 1;
    Value before = seen[place];
    if (before != null && same(before, value)) {
      return (V) before;
    }
    seen[place] = value;
    return value;
  }

  /** The text as one that was seen before. */
  public String one(String text) {
    return one(new Value.Text(text)).value();
  }

  @SuppressWarnings("ReferenceEquality") // what stands in two values is nearly always one already
  private static boolean same(Value one, Value other) {
    if (one == other) {
      return true;
    }
    return switch (one) {
      case Obj object -> other instanceof Obj o && same(object, o);
      case Sequence sequence -> other instanceof Sequence s && same(sequence.items(), s.items());
      default -> one.equals(other);
    };
  }

  private static boolean same(Obj one, Obj other) {
    Map<String, Value> members = other.members();
    if (one.members().size() != members.size()) {
      return false;
    }
    Iterator<Map.Entry<String, Value>> those = members.entrySet().iterator();
    for (Map.Entry<String, Value> each : one.members().entrySet()) {
      Map.Entry<String, Value> that = those.next();
      if (!each.getKey().equals(that.getKey()) || !same(each.getValue(), that.getValue())) {
        return false;
      }
    }
    return true;
  }

  private static boolean same(List<Value> one, List<Value> other) {
    if (one.size() != other.size()) {
      return false;
    }
    for (int i = 0; i < one.size(); i++) {
      if (!same(one.get(i), other.get(i))) {
        return false;
      }
    }
    return true;
  }
}
