package io.plumbline.model;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collects what a component uses: each once, in order; what nobody said is left out. */
final class Uses {
  private final Set<Component> used = new LinkedHashSet<>();

  Uses in(@Nullable Subnets subnets) {
    return subnets == null ? this : and(subnets.network());
  }

  Uses and(@Nullable Component component) {
    if (component != null) {
      used.add(component);
    }
    return this;
  }

  Uses and(Collection<? extends Component> components) {
    used.addAll(components);
    return this;
  }

  List<Component> list() {
    return List.copyOf(used);
  }
}
