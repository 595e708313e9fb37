package io.plumbline.cloudformation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Puts things in an order in which each comes after those it needs, and otherwise in the order in
 * which they are given. Those that need each other, by whatever way round, are one knot (Tarjan's
 * algorithm, without recursion: a fleet may be one long chain).
 */
final class Knots {
  private final Map<String, Set<String>> needs;
  private final Map<String, Integer> found = new HashMap<>();
  private final Map<String, Integer> lowest = new HashMap<>();
  private final Deque<String> open = new ArrayDeque<>();
  private final Set<String> isOpen = new HashSet<>();
  private final List<List<String>> knots = new ArrayList<>();

  private Knots(Map<String, Set<String>> needs) {
    this.needs = needs;
  }

  /**
   * The knots, most of them of one.
   *
   * @param needs what each thing needs; what is no key of the map is not looked at
   */
  static List<List<String>> of(Map<String, Set<String>> needs) {
    Knots knots = new Knots(needs);
    needs.keySet().forEach(knots::visit);
    return knots.knots;
  }

  private record Step(String thing, Iterator<String> rest) {}

  private void visit(String first) {
    if (found.containsKey(first)) {
      return;
    }
    Deque<Step> path = new ArrayDeque<>();
    path.push(begin(first));
    while (!path.isEmpty()) {
      Step step = path.getFirst();
      if (step.rest().hasNext()) {
        String next = step.rest().next();
        if (needs.containsKey(next) && !found.containsKey(next)) {
          path.push(begin(next));
        } else if (isOpen.contains(next)) {
          lowest.merge(step.thing(), found.getOrDefault(next, 0), Math::min);
        }
      } else {
        path.pop();
        end(step.thing());
        if (!path.isEmpty()) {
          int low = lowest.getOrDefault(step.thing(), 0);
          lowest.merge(path.getFirst().thing(), low, Math::min);
        }
      }
    }
  }

  private Step begin(String thing) {
    found.put(thing, found.size());
    lowest.put(thing, found.size() - 1);
    open.push(thing);
    isOpen.add(thing);
    return new Step(thing, needs.getOrDefault(thing, Set.of()).iterator());
  }

  private void end(String thing) {
    if (!lowest.getOrDefault(thing, 0).equals(found.get(thing))) {
      return;
    }
    List<String> knot = new ArrayList<>();
    String member;
    do {
      member = open.pop();
      isOpen.remove(member);
      knot.add(0, member);
    } while (!member.equals(thing));
    knots.add(knot);
  }
}
