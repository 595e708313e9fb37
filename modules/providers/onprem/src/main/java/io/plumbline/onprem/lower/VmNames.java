package io.plumbline.onprem.lower;

import io.plumbline.graph.LiveName;
import io.plumbline.graph.Raw;
import io.plumbline.graph.Resource;
import io.plumbline.kind.ResourceKind;
import io.plumbline.model.Target;
import io.plumbline.model.VmFleet;
import io.plumbline.value.Value;
import java.util.List;

/** What the machines of a fleet are called, in the graph and at the hypervisor. */
record VmNames(VmFleet fleet, Target target) {
  /** A host name has 63 characters at most. */
  private static final int HOST_NAME = 63;

  /** The live name of the machine of this number: the one from before the fleet was renamed. */
  String name(int number) {
    return LiveName.of(target.environment(), target.stack(), first() + "/" + number, HOST_NAME);
  }

  /** What all machines of the fleet are called together. */
  String together() {
    return LiveName.of(target.environment(), target.stack(), first(), HOST_NAME);
  }

  /** For who looks at one in the hypervisor's own pages. */
  Value note() {
    return Value.text("Managed by Plumbline: " + target.environment() + "/" + target.stack());
  }

  Resource machine(int number, ResourceKind kind, Value.Obj attributes) {
    List<Raw> raw =
        fleet.identity().raw().stream()
            .map(r -> new Raw(r.dialect(), r.path(), r.value(), r.because()))
            .toList();
    return make(Integer.toString(number), kind, attributes).withRaw(raw);
  }

  /** Anything else that the fleet needs. */
  Resource make(String part, ResourceKind kind, Value.Obj attributes) {
    String formerly = fleet.identity().formerly();
    return Resource.of(address(part), kind, attributes, fleet.source())
        .withFormerly(formerly == null ? null : formerly + "/" + part);
  }

  String address(String part) {
    return fleet.id() + "/" + part;
  }

  private String first() {
    String formerly = fleet.identity().formerly();
    return formerly == null ? fleet.id() : formerly;
  }
}
