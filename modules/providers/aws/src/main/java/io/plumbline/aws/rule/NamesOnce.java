package io.plumbline.aws.rule;

import io.plumbline.model.Component;
import io.plumbline.rule.Problems;
import io.plumbline.rule.Rule;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Names that AWS allows, and gives to one thing alone.
 *
 * @param allowed what {@code isAllowed} asks for, in words
 */
record NamesOnce(Rule rule, Predicate<String> isAllowed, String allowed) {

  <C extends Component> void check(List<C> all, Function<C, String> nameOf, Problems problems) {
    Set<String> taken = new HashSet<>();
    for (C each : all) {
      String name = nameOf.apply(each);
      if (!isAllowed.test(name)) {
        problems.report(rule, each, "got \"" + name + "\"; allowed are " + allowed);
      }
      if (!taken.add(name)) {
        problems.report(
            rule, each, "got \"" + name + "\", which another " + each.noun() + " of the stack has");
      }
    }
  }
}
