package io.plumbline.model;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who may talk to what carries these rules, and to whom it may talk. What no rule allows is
 * refused, both ways.
 *
 * @param network where they hold; null where the stack does not say, which is reported
 * @param description what they are for
 */
public record SecurityRules(
    Identity identity, @Nullable AnyNetwork network, String description, List<TrafficRule> rules)
    implements Component {
  public SecurityRules {
    rules = List.copyOf(rules);
  }

  @Override
  public List<Component> uses() {
    Set<Component> used = new LinkedHashSet<>();
    if (network != null) {
      used.add(network);
    }
    for (TrafficRule rule : rules) {
      if (rule.peer() instanceof Peer.Members members) {
        used.add(members.of());
      }
    }
    return List.copyOf(used);
  }

  @Override
  public String noun() {
    return "security rules";
  }
}
