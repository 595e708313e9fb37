package io.plumbline.arm;

import com.azure.resourcemanager.resources.models.ChangeType;
import com.azure.resourcemanager.resources.models.PropertyChangeType;
import com.azure.resourcemanager.resources.models.WhatIfChange;
import com.azure.resourcemanager.resources.models.WhatIfPropertyChange;
import io.plumbline.azure.client.ArmId;
import io.plumbline.graph.Resource;
import io.plumbline.kind.Attribute;
import io.plumbline.kind.Spelling;
import io.plumbline.spi.Engine.Action;
import io.plumbline.spi.Engine.Change;
import io.plumbline.spi.Engine.Progress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Says in our words what a what-if lists. What stands in the document of another thing is a change
 * of its own; what Azure would refuse to change in place is replaced.
 */
final class WhatIfReader {
  private final ArmAddresses addresses;
  private final Progress progress;
  private final List<Change> changes = new ArrayList<>();
  private final Map<String, String> declared = new LinkedHashMap<>();
  private final Set<String> listed = new HashSet<>();
  private final Set<String> replaced = new LinkedHashSet<>();
  private final Set<String> refused = new LinkedHashSet<>();

  WhatIfReader(ArmAddresses addresses, Progress progress) {
    this.addresses = addresses;
    this.progress = progress;
  }

  List<Change> changes() {
    return List.copyOf(changes);
  }

  /** Addresses of what cannot be changed in place. */
  Set<String> replaced() {
    return Collections.unmodifiableSet(replaced);
  }

  /** Addresses of what can be neither changed in place nor made anew. */
  Set<String> refused() {
    return Collections.unmodifiableSet(refused);
  }

  /** Ids of what the template has, by address. */
  Map<String, String> declared() {
    return Collections.unmodifiableMap(declared);
  }

  /** Whether the template has it. */
  private boolean declares(String id) {
    return declared.getOrDefault(addresses.address(id), "").equalsIgnoreCase(id);
  }

  /** What is there goes with what it cannot be without, and is made anew as well. */
  void goes(Set<String> gone) {
    for (String address : gone) {
      Change known =
          changes.stream().filter(each -> each.address().equals(address)).findFirst().orElse(null);
      if (known == null) {
        String type = addresses.kind(address);
        changes.add(new Change(Action.REPLACE, address, type, List.of()));
      } else if (known.action() == Action.UPDATE) {
        Change anew = new Change(Action.REPLACE, address, known.type(), known.attributes());
        changes.set(changes.indexOf(known), anew);
      }
    }
  }

  /** What is there does without something while that is made anew: nodes without their way out. */
  void letsGo(String address, List<String> attributes) {
    Change known =
        changes.stream().filter(each -> each.address().equals(address)).findFirst().orElse(null);
    List<String> all = new ArrayList<>(known == null ? List.of() : known.attributes());
    attributes.forEach(each -> all.add(each + " (not there until it is made anew)"));
    if (known == null) {
      changes.add(new Change(Action.UPDATE, address, addresses.kind(address), all));
    } else if (known.action() == Action.UPDATE) {
      changes.set(changes.indexOf(known), new Change(Action.UPDATE, address, known.type(), all));
    }
  }

  void read(List<WhatIfChange> all) {
    all.forEach(each -> listed.add(each.resourceId().toLowerCase(Locale.ROOT)));
    all.forEach(this::read);
  }

  private void read(WhatIfChange change) {
    String id = change.resourceId();
    ChangeType type = change.changeType();
    if (type == ChangeType.IGNORE || isDeployment(id)) {
      return;
    }
    declared.put(addresses.address(id), id);
    switch (type) {
      case CREATE -> create(id);
      case MODIFY -> modify(change);
      case DELETE -> add(Action.DELETE, id, List.of());
      case DEPLOY -> add(Action.UPDATE, id, List.of());
      case UNSUPPORTED -> {
        progress.say(
            "Azure cannot foresee " + addresses.address(id) + ": " + change.unsupportedReason());
        add(Action.UPDATE, id, List.of());
      }
      case NO_CHANGE, IGNORE -> {}
    }
  }

  private static boolean isDeployment(String id) {
    return ArmId.typeOf(id).equalsIgnoreCase("Microsoft.Resources/deployments");
  }

  private void create(String id) {
    add(Action.CREATE, id, List.of());
    for (String collection : addresses.below(ArmId.typeOf(id))) {
      addresses
          .inside(id, collection)
          .forEach(
              (inner, resource) -> {
                boolean alone = listed.contains(inner.toLowerCase(Locale.ROOT));
                if (addresses.isWanted(resource) && !alone) {
                  add(Action.CREATE, inner, List.of());
                }
              });
    }
  }

  private void modify(WhatIfChange change) {
    String id = change.resourceId();
    List<String> paths = new ArrayList<>();
    for (WhatIfPropertyChange each : delta(change.delta())) {
      String path = each.path();
      String collection = path.substring(path.lastIndexOf('.') + 1);
      if (addresses.below(ArmId.typeOf(id)).contains(collection)) {
        children(id, collection, change);
      } else {
        paths.addAll(paths(path, each));
      }
    }
    if (!paths.isEmpty()) {
      differs(id, paths.stream().distinct().toList());
    }
  }

  private void differs(String id, List<String> paths) {
    boolean anew = replaces(addresses.find(id), paths);
    String address = addresses.address(id);
    if (!Lasting.isNeverChanged(id)) {
      if (anew) {
        replaced.add(address);
      }
      add(anew ? Action.REPLACE : Action.UPDATE, id, paths);
    } else if (anew) {
      refused.add(address);
    } else {
      progress.say(
          address
              + " differs in "
              + String.join(", ", paths)
              + ", and stays so: Resource Manager makes keys and does not change them;"
              + " az keyvault key set-attributes or rotation-policy update does");
    }
  }

  private static List<WhatIfPropertyChange> delta(@Nullable List<WhatIfPropertyChange> delta) {
    return delta == null
        ? List.of()
        : delta.stream()
            .filter(each -> each.propertyChangeType() != PropertyChangeType.NO_EFFECT)
            .toList();
  }

  /** Numbers of items say nothing to anybody. */
  private static List<String> paths(String path, WhatIfPropertyChange change) {
    if (change.propertyChangeType() == PropertyChangeType.ARRAY
        || change.children() == null
        || change.children().isEmpty()) {
      return List.of(path);
    }
    List<String> paths = new ArrayList<>();
    for (WhatIfPropertyChange child : delta(change.children())) {
      paths.addAll(paths(path + "." + child.path(), child));
    }
    return paths;
  }

  /** Of what stands in a list of another's document: by names, wherever in the list. */
  private void children(String id, String collection, WhatIfChange change) {
    Map<String, Object> before = byName(PlainJson.at(change.before(), "properties", collection));
    Map<String, Object> after = byName(PlainJson.at(change.after(), "properties", collection));
    Set<String> names = new LinkedHashSet<>(before.keySet());
    names.addAll(after.keySet());
    for (String name : names) {
      Object was = before.get(name);
      Object is = after.get(name);
      if (!Objects.equals(was, is)) {
        Action action = was == null ? Action.CREATE : is == null ? Action.DELETE : Action.UPDATE;
        add(action, id + "/" + collection + "/" + name, List.of());
      }
    }
  }

  private static Map<String, Object> byName(@Nullable Object list) {
    Map<String, Object> byName = new LinkedHashMap<>();
    if (list instanceof List<?> items) {
      for (Object item : items) {
        Object name = PlainJson.at(item, "name");
        if (name != null) {
          byName.put(name.toString(), item);
        }
      }
    }
    return byName;
  }

  private static boolean replaces(@Nullable Resource resource, List<String> paths) {
    if (resource == null) {
      return false;
    }
    for (Attribute attribute : resource.kind().shape().attributes()) {
      if (attribute.replacesIn(ArmFormat.ARM)
          && attribute.spelling(ArmFormat.ARM) instanceof Spelling.At at) {
        String place = String.join(".", at.path());
        if (paths.stream()
            .anyMatch(
                path ->
                    path.equals(place)
                        || path.startsWith(place + ".")
                        || place.startsWith(path + "."))) {
          return true;
        }
      }
    }
    return false;
  }

  private void add(Action action, String id, List<String> paths) {
    changes.add(new Change(action, addresses.address(id), addresses.type(id), paths));
  }

  /** What the stack holds, and the template has no more. */
  void left(List<String> held) {
    changes.addAll(new Unwanted(addresses, held, this::declares).changes());
  }
}
