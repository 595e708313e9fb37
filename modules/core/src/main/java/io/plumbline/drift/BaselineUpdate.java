package io.plumbline.drift;

import io.plumbline.drift.Baseline.Entry;
import io.plumbline.model.Target;
import io.plumbline.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A baseline as it is to be written, and what that changes.
 *
 * @param baseline in the order of its places
 * @param changes in the same order
 * @param unread addresses of which not all was read, with stack and site; what the baseline said of
 *     them before, it goes on saying
 */
public record BaselineUpdate(Baseline baseline, List<Change> changes, Set<String> unread) {
  public BaselineUpdate {
    changes = List.copyOf(changes);
  }

  /** What is done to an entry. */
  public enum How {
    ADDED,
    CHANGED,
    REMOVED
  }

  /** A change of one entry; {@code entry} is the new one, or the one that goes. */
  public record Change(How how, Entry entry) {}

  /**
   * What of a baseline becomes another by what was read now.
   *
   * @param before what is written so far
   * @param read all targets of these stacks
   * @param stacks of which entries are written anew; all where none is named
   */
  public static BaselineUpdate of(Baseline before, List<TargetDrift> read, List<String> stacks) {
    List<Entry> entries = new ArrayList<>(before.entries());
    entries.removeAll(before.of(stacks).entries());
    Set<String> unread = new TreeSet<>();
    read.forEach(each -> entries.addAll(entries(each, before, unread)));
    Map<String, Entry> after = new Baseline(before.file(), entries).byPlace();
    return new BaselineUpdate(
        new Baseline(before.file(), List.copyOf(after.values())),
        changes(before.byPlace(), after),
        unread);
  }

  private static List<Entry> entries(TargetDrift read, Baseline before, Set<String> unread) {
    Target target = read.expectation().target();
    Baseline old = before.of(target);
    if (read.isUnread()) {
      unread.add(String.join(" ", target.stack(), target.site().name()));
      return old.entries();
    }
    List<Entry> entries = new ArrayList<>();
    for (Entry each : read.kept()) {
      if (each.value() instanceof Value.Unknown) {
        unread.add(thing(each));
        Entry last = old.at(each.address()).get(each.path());
        if (last != null) {
          entries.add(last);
        }
      } else {
        entries.add(each);
      }
    }
    for (String address : read.observation().undetermined().keySet()) {
      unread.add(String.join(" ", target.stack(), target.site().name(), address));
      entries.addAll(old.at(address).values());
    }
    return entries;
  }

  private static String thing(Entry entry) {
    return String.join(" ", entry.stack(), entry.site(), entry.address());
  }

  private static List<Change> changes(Map<String, Entry> before, Map<String, Entry> after) {
    Set<String> places = new TreeSet<>(before.keySet());
    places.addAll(after.keySet());
    List<Change> changes = new ArrayList<>();
    for (String place : places) {
      Entry old = before.get(place);
      Entry now = after.get(place);
      if (now == null && old != null) {
        changes.add(new Change(How.REMOVED, old));
      } else if (now != null && old == null) {
        changes.add(new Change(How.ADDED, now));
      } else if (now != null && old != null && !now.value().equals(old.value())) {
        changes.add(new Change(How.CHANGED, now));
      }
    }
    return changes;
  }
}
