package io.plumbline.arm;

import io.plumbline.azure.client.ArmId;
import io.plumbline.spi.Engine.Action;
import io.plumbline.spi.Engine.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * What becomes of what a stack holds and its template has no more: it goes, and what stands in its
 * document with it. What Resource Manager cannot delete stays, unless what it stands in goes.
 *
 * @param held ids of all that the stack holds
 * @param declared whether the template has the thing of an id
 */
record Unwanted(ArmAddresses addresses, List<String> held, Predicate<String> declared) {

  /** Each before what it stands in. */
  List<Change> changes() {
    List<Change> changes = new ArrayList<>();
    for (String id : held.reversed()) {
      if (!declared.test(id)) {
        inside(id).forEach(inner -> changes.add(change(Action.DELETE, inner, List.of())));
        changes.add(
            Lasting.isNeverDeleted(id) && !goesAlong(id)
                ? change(Action.FORGET, id, Lasting.left(id))
                : change(Action.DELETE, id, List.of()));
      }
    }
    return changes;
  }

  /** What stands in its document, and is nothing of its own to the stack. */
  private List<String> inside(String id) {
    return addresses.below(ArmId.typeOf(id)).stream()
        .flatMap(collection -> addresses.inside(id, collection).keySet().stream())
        .filter(inner -> !isHeld(inner))
        .toList();
  }

  private boolean goesAlong(String id) {
    String holder = id.substring(0, id.lastIndexOf('/', id.lastIndexOf('/') - 1));
    return isHeld(holder) && !declared.test(holder);
  }

  private boolean isHeld(String id) {
    return held.stream().anyMatch(id::equalsIgnoreCase);
  }

  private Change change(Action action, String id, List<String> words) {
    return new Change(action, addresses.address(id), addresses.type(id), List.of(), words);
  }
}
