package io.plumbline.cloudformation;

import io.plumbline.graph.Resource;
import io.plumbline.graph.ResourceGraph;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.cloudformation.model.Change;
import software.amazon.awssdk.services.cloudformation.model.ChangeAction;
import software.amazon.awssdk.services.cloudformation.model.EvaluationType;
import software.amazon.awssdk.services.cloudformation.model.ResourceChange;

/**
 * Changes that a change set lists and that will not be. CloudFormation takes every output of a
 * nested stack for changed until it has updated that stack, and lists what is told of it, as if it
 * were changed or replaced. Such a thing changes if something that it refers to does, which we
 * know.
 */
final class Echoes {
  private final Addresses addresses;

  Echoes(Addresses addresses) {
    this.addresses = addresses;
  }

  /** The changes without those that only echo what does not change. */
  List<Change> without(List<Change> listed) {
    Set<String> changing = new HashSet<>();
    List<Change> open = new ArrayList<>(listed);
    boolean found = true;
    while (found) {
      found =
          open.removeIf(
              change -> {
                boolean real = isReal(change.resourceChange(), changing);
                if (real) {
                  changing.add(address(change));
                }
                return real;
              });
    }
    return listed.stream().filter(change -> changing.contains(address(change))).toList();
  }

  private String address(Change change) {
    return addresses.address(change.resourceChange().logicalResourceId());
  }

  private boolean isReal(ResourceChange change, Set<String> changing) {
    Addresses.Place place = addresses.find(change.logicalResourceId());
    boolean supposed =
        change.action() == ChangeAction.MODIFY
            && !change.details().isEmpty()
            && change.details().stream()
                .allMatch(detail -> detail.evaluation() == EvaluationType.DYNAMIC);
    if (place == null || !supposed) {
      return true;
    }
    Resource resource = place.resource();
    Set<String> needed = ResourceGraph.needs(resource);
    return needed.stream().anyMatch(changing::contains)
        || (!place.isMain() && changing.contains(resource.address()));
  }
}
