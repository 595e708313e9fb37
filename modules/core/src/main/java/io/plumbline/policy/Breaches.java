package io.plumbline.policy;

import io.plumbline.diagnostic.SourceLine;
import io.plumbline.graph.Resource;
import io.plumbline.model.Component;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects the breaches of one policy. */
public final class Breaches {
  private final List<Breach> found = new ArrayList<>();

  /**
   * One breach.
   *
   * @param subject id of a component, or address of a resource
   * @param detail what was got, what the policy wants
   * @param fix what to do about it
   */
  record Breach(String subject, @Nullable SourceLine source, String detail, String fix) {}

  /** A component breaches the policy. */
  public void add(Component component, String detail, String fix) {
    found.add(new Breach(component.id(), component.source(), detail, fix));
  }

  /** A resource breaches the policy. */
  public void add(Resource resource, String detail, String fix) {
    found.add(new Breach(resource.address(), resource.source(), detail, fix));
  }

  List<Breach> found() {
    return List.copyOf(found);
  }
}
