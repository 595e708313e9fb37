package io.plumbline.run;

import io.plumbline.graph.Raw;
import io.plumbline.graph.Resource;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.value.References;
import io.plumbline.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All that may be there from the moment an engine begins until it is known to have ended well: what
 * is wanted, and what was there before and is wanted no more. What was protected is, until then;
 * also what the user gives up, since it may be given up and not gone.
 */
final class MayBeThere {
  private final ResourceGraph before;
  private final Map<String, String> renamed = new LinkedHashMap<>();

  private MayBeThere(ResourceGraph wanted, ResourceGraph before) {
    this.before = before;
    for (Resource each : wanted.resources()) {
      if (each.formerly() != null && wanted.find(each.formerly()) == null) {
        renamed.put(each.formerly(), each.address());
      }
    }
  }

  static ResourceGraph of(ResourceGraph wanted, ResourceGraph before) {
    return new MayBeThere(wanted, before).together(Restated.asBefore(wanted, before));
  }

  private ResourceGraph together(ResourceGraph wanted) {
    List<Resource> all = new ArrayList<>();
    wanted.resources().forEach(each -> all.add(wasKept(each) ? each.withKeep(true) : each));
    for (Resource each : before.resources()) {
      if (wanted.find(each.address()) == null && !renamed.containsKey(each.address())) {
        all.add(withNewNames(each));
      }
    }
    return new ResourceGraph(all);
  }

  private boolean wasKept(Resource wanted) {
    Resource was = before.find(wanted.address());
    if (was == null && wanted.formerly() != null) {
      was = before.find(wanted.formerly());
    }
    return was != null && was.keep() && was.isOurs() && wanted.isOurs();
  }

  /** What it refers to may have another address by now. */
  private Resource withNewNames(Resource resource) {
    return resource
        .withAttributes((Value.Obj) withNewNames(resource.attributes()))
        .withRaw(resource.raw().stream().map(this::withNewNames).toList())
        .withAfter(resource.after().stream().map(this::newName).toList());
  }

  private Raw withNewNames(Raw raw) {
    return new Raw(raw.dialect(), raw.path(), withNewNames(raw.value()), raw.because());
  }

  private Value withNewNames(Value value) {
    return References.replace(value, ref -> new Value.Ref(newName(ref.resource()), ref.output()));
  }

  private String newName(String address) {
    return renamed.getOrDefault(address, address);
  }
}
