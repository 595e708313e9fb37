package io.plumbline.azure.rule;

import io.plumbline.azure.lower.MountRules;
import io.plumbline.model.Component;
import io.plumbline.rule.Check;
import io.plumbline.rule.Problems;
import io.plumbline.rule.Rule;
import java.util.Map;
import java.util.TreeMap;

/** More file systems in a network than its group of rules has places for. */
final class TooManyMounts implements Check<AzureScope> {
  private static final Rule RULE =
      Rule.error(
          "PLB-AZURE-034",
          "too many file systems in a network",
          "Each takes rules of the network's one group, by which machines reach it, and a priority"
              + " for each.",
          "Microsoft Learn, Network security groups: priorities from 100 to 4096",
          "mount fewer and larger ones, or divide them among networks");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(AzureScope scope, Problems problems) {
    Map<String, Integer> taken = new TreeMap<>();
    for (Component component : scope.components()) {
      String network = MountRules.network(component);
      if (network != null) {
        int rules = MountRules.number(component);
        int all = taken.merge(network, rules, Integer::sum);
        if (all > MountRules.MOST && all - rules <= MountRules.MOST) {
          problems.report(
              RULE,
              component,
              "got a file system whose rules are the "
                  + all
                  + "th in network \""
                  + network
                  + "\"; allowed are "
                  + MountRules.MOST);
        }
      }
    }
  }
}
