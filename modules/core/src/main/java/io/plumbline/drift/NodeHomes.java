package io.plumbline.drift;

import io.plumbline.kind.Members;
import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import io.plumbline.value.Value.Sequence;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The pools, of all that a check sees, from whose count a node out of service may be missing: the
 * one that lists it; where none does, those that its entry names. Several are one too many, since a
 * node is missing from one.
 *
 * @param names each with stack and site: {@code "workers/group, training on us"}
 */
record NodeHomes(List<String> names) {
  NodeHomes {
    names = names.stream().sorted().toList();
  }

  static NodeHomes of(OutOfService node, List<TargetDrift> checked) {
    List<String> listing = new ArrayList<>();
    List<String> named = new ArrayList<>();
    for (TargetDrift drift : checked) {
      if (node.isAt(drift.expectation().target())) {
        drift
            .observation()
            .found()
            .forEach(
                (address, pool) -> {
                  if (state(node, pool) != null) {
                    listing.add(name(address, drift));
                  } else if (pool.resource().kind().members() != null && node.isOf(address)) {
                    named.add(name(address, drift));
                  }
                });
      }
    }
    return new NodeHomes(listing.isEmpty() ? named : listing);
  }

  private static String name(String address, TargetDrift drift) {
    return address + ", " + TargetName.of(drift.expectation().target());
  }

  boolean have(String address, TargetDrift drift) {
    return names.contains(name(address, drift));
  }

  boolean isOne() {
    return names.size() == 1;
  }

  static boolean isAtRest(OutOfService node, Observed pool) {
    String state = state(node, pool);
    Members members = pool.resource().kind().members();
    return state != null && members != null && members.atRest().contains(state);
  }

  /** What the pool's document says that the node does; null where it does not list it. */
  static @Nullable String state(OutOfService node, Observed pool) {
    Members members = pool.resource().kind().members();
    if (members != null
        && pool.documents().get("") instanceof Obj document
        && document.get(members.path()) instanceof Sequence listed) {
      for (Value each : listed.items()) {
        if (each instanceof Obj member
            && member.get(members.id()).equals(Value.text(node.node()))) {
          return member.get(members.state()) instanceof Value.Text state ? state.value() : "";
        }
      }
    }
    return null;
  }
}
