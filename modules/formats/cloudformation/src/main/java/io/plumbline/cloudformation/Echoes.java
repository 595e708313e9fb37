package io.plumbline.cloudformation;

import io.plumbline.graph.Resource;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.value.References;
import io.plumbline.value.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import software.amazon.awssdk.services.cloudformation.model.Change;
import software.amazon.awssdk.services.cloudformation.model.ChangeAction;
import software.amazon.awssdk.services.cloudformation.model.ChangeSource;
import software.amazon.awssdk.services.cloudformation.model.EvaluationType;
import software.amazon.awssdk.services.cloudformation.model.Replacement;
import software.amazon.awssdk.services.cloudformation.model.ResourceChange;
import software.amazon.awssdk.services.cloudformation.model.ResourceChangeDetail;

/**
 * Changes that a change set lists and that will not be. CloudFormation takes every output of a
 * nested stack for changed until it has updated that stack, and every attribute of a resource that
 * changes, and lists what is told of it, as if it were changed or replaced. Such a thing changes if
 * something that it refers to does, which we know.
 */
final class Echoes {
  /** Outputs that are the same for as long as a thing is. */
  private static final Set<String> LASTING = Set.of("id", "arn", "name");

  private final Addresses addresses;
  private final ResourceGraph legal;
  private final Set<String> passed;
  private final Set<String> moved;

  /**
   * Echoes in the stacks of a design.
   *
   * @param legal the design as the templates say it
   * @param passed the parameters by which nested stacks are told of what stands elsewhere
   * @param moved addresses of existing things that are others by now: no change set lists them
   */
  Echoes(Addresses addresses, ResourceGraph legal, Set<String> passed, Set<String> moved) {
    this.addresses = addresses;
    this.legal = legal;
    this.passed = passed;
    this.moved = moved;
  }

  /** The changes without those that only echo what does not change. */
  List<Change> without(List<Change> listed) {
    Set<String> changing = new HashSet<>();
    Set<String> replaced = new HashSet<>(moved);
    List<Change> open = new ArrayList<>(listed);
    boolean found = true;
    while (found) {
      found =
          open.removeIf(
              change -> {
                boolean real = isReal(change.resourceChange(), changing, replaced);
                if (real) {
                  changing.add(address(change));
                  if (change.resourceChange().replacement() != Replacement.FALSE) {
                    replaced.add(address(change));
                  }
                }
                return real;
              });
    }
    return listed.stream().filter(change -> changing.contains(address(change))).toList();
  }

  private String address(Change change) {
    return addresses.address(change.resourceChange().logicalResourceId());
  }

  private boolean isReal(ResourceChange change, Set<String> changing, Set<String> replaced) {
    Addresses.Place place = addresses.find(change.logicalResourceId());
    boolean supposed =
        change.action() == ChangeAction.MODIFY
            && !change.details().isEmpty()
            && change.details().stream().allMatch(this::isSupposed);
    Resource resource = place == null ? null : legal.find(place.resource().address());
    if (place == null || resource == null || !supposed) {
      return true;
    }
    boolean[] real = {!place.isMain() && replaced.contains(resource.address())};
    Consumer<Value.Ref> look =
        ref ->
            real[0] |=
                replaced.contains(ref.resource())
                    || (changing.contains(ref.resource()) && !LASTING.contains(ref.output()));
    References.forEach(resource.attributes(), look);
    resource.raw().forEach(raw -> References.forEach(raw.value(), look));
    return real[0];
  }

  /** A value that CloudFormation does not know yet, or takes for changed since it was passed. */
  private boolean isSupposed(ResourceChangeDetail detail) {
    // What somebody edited beside a reference is dynamic, too, and no echo.
    return (detail.evaluation() == EvaluationType.DYNAMIC
            && detail.changeSource() != ChangeSource.DIRECT_MODIFICATION)
        || (detail.changeSource() == ChangeSource.PARAMETER_REFERENCE
            && passed.contains(detail.causingEntity()));
  }
}
