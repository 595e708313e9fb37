package io.plumbline.cloudformation;

import io.plumbline.cloudformation.Addresses.Place;
import io.plumbline.spi.Engine.Action;
import io.plumbline.spi.Engine.Change;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudformation.model.ChangeAction;
import software.amazon.awssdk.services.cloudformation.model.PolicyAction;
import software.amazon.awssdk.services.cloudformation.model.Replacement;
import software.amazon.awssdk.services.cloudformation.model.ResourceChange;
import software.amazon.awssdk.services.cloudformation.model.ResourceTargetDefinition;
import software.amazon.awssdk.services.cloudformation.model.StackResourceDriftStatus;

/**
 * Says in our words what a change set lists; what several documents make up is one change again.
 */
final class ChangeReader {
  private final Addresses addresses;
  private final Map<String, Change> changes = new LinkedHashMap<>();
  private final Set<String> uncertain = new LinkedHashSet<>();

  ChangeReader(Addresses addresses) {
    this.addresses = addresses;
  }

  List<Change> read(List<software.amazon.awssdk.services.cloudformation.model.Change> listed) {
    listed.forEach(change -> add(change.resourceChange()));
    return List.copyOf(changes.values());
  }

  /**
   * What is protected and may be replaced: CloudFormation cannot tell before it is done. It counts
   * as replaced.
   */
  Set<String> uncertain() {
    return uncertain;
  }

  private void add(ResourceChange change) {
    add(change.logicalResourceId(), change.resourceType(), action(change), attributes(change));
  }

  void add(String logicalId, String type, @Nullable Action action, List<String> attributes) {
    if (action == null) {
      return;
    }
    Place place = addresses.find(logicalId);
    boolean main = place == null || place.isMain();
    String prefix = place == null || main ? "" : place.document().name() + ":";
    String address = addresses.address(logicalId);
    String kind = place == null ? type : place.resource().kind().id();
    List<String> named = attributes.stream().map(name -> prefix + name).toList();
    Change one = new Change(main ? action : Action.UPDATE, address, kind, named);
    changes.merge(address, one, (a, b) -> together(a, b, main));
  }

  /** What happens to the thing itself says it all, unless it only changes. */
  private static Change together(Change first, Change second, boolean secondIsMain) {
    Change leading = secondIsMain ? second : first;
    if (leading.action() != Action.UPDATE) {
      return leading;
    }
    List<String> attributes = new ArrayList<>(first.attributes());
    attributes.addAll(second.attributes());
    return new Change(first.action(), leading.address(), leading.type(), attributes);
  }

  private @Nullable Action action(ResourceChange change) {
    ChangeAction action = change.action();
    return switch (action) {
      case ADD -> Action.CREATE;
      case REMOVE -> change.policyAction() == PolicyAction.RETAIN ? Action.FORGET : Action.DELETE;
      case MODIFY -> modification(change);
      case IMPORT, DYNAMIC, SYNC_WITH_ACTUAL, UNKNOWN_TO_SDK_VERSION -> null;
    };
  }

  private Action modification(ResourceChange change) {
    if (change.resourceDriftStatus() == StackResourceDriftStatus.DELETED) {
      return Action.CREATE;
    }
    if (change.replacement() == Replacement.CONDITIONAL) {
      Place place = addresses.find(change.logicalResourceId());
      if (place != null && place.isMain() && place.resource().keep()) {
        uncertain.add(place.resource().address());
        return Action.REPLACE;
      }
    }
    return change.replacement() == Replacement.TRUE ? Action.REPLACE : Action.UPDATE;
  }

  private static List<String> attributes(ResourceChange change) {
    if (change.action() != ChangeAction.MODIFY) {
      return List.of();
    }
    return change.details().stream().map(detail -> name(detail.target())).distinct().toList();
  }

  private static String name(ResourceTargetDefinition target) {
    return target.name() == null ? target.attributeAsString() : target.name();
  }
}
