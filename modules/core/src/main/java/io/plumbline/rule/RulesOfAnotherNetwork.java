package io.plumbline.rule;

import io.plumbline.model.AnyNetwork;
import io.plumbline.model.AnyPool;
import io.plumbline.model.Component;
import io.plumbline.model.Design;
import io.plumbline.model.ParallelFiles;
import io.plumbline.model.SecurityRules;
import io.plumbline.model.SharedFiles;
import io.plumbline.model.Subnets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something carries security rules that hold in another network than its own. */
final class RulesOfAnotherNetwork implements Check<Design> {
  private static final Rule RULE =
      Rule.error(
          "PLB-SEC-005",
          "security rules of another network",
          "Security rules exist inside one network; providers refuse a node that mixes two.",
          "Amazon VPC User Guide, Security groups",
          "make the rules in(…) the pool's network");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(Design design, Problems problems) {
    for (Component component : design.components()) {
      switch (component) {
        case AnyPool pool -> check(pool, pool.subnets(), pool.securedBy(), problems);
        case SharedFiles files -> check(files, files.subnets(), files.securedBy(), problems);
        case ParallelFiles files -> check(files, files.subnets(), files.securedBy(), problems);
        default -> {}
      }
    }
  }

  private static void check(
      Component secured,
      @Nullable Subnets subnets,
      List<SecurityRules> securedBy,
      Problems problems) {
    for (SecurityRules rules : securedBy) {
      if (subnets != null && rules.network() != null) {
        check(secured, subnets.network(), rules, rules.network(), problems);
      }
    }
  }

  private static void check(
      Component secured,
      AnyNetwork home,
      SecurityRules rules,
      AnyNetwork where,
      Problems problems) {
    if (!home.id().equals(where.id())) {
      problems.report(
          RULE,
          secured,
          "got \""
              + rules.id()
              + "\" of network \""
              + where.id()
              + "\"; allowed are rules of \""
              + home.id()
              + "\"");
    }
  }
}
