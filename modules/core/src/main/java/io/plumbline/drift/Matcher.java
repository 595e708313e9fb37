package io.plumbline.drift;

import io.plumbline.graph.IdentityTags;
import io.plumbline.graph.Resource;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.kind.Attribute;
import io.plumbline.kind.Dialect;
import io.plumbline.kind.ResourceKind;
import io.plumbline.kind.Shape;
import io.plumbline.model.Target;
import io.plumbline.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds out which live thing is which resource: by the ids of the last release and by identity
 * tags, then by live name, then by parent and natural key. What the last release made stays ours
 * where something else has its tags: that is a double. It goes over what is left until nothing more
 * is found, since a child is known by a parent that must be known first. Linear: all look-ups go
 * through indices.
 */
final class Matcher {
  private final Dialect api;
  private final Target target;
  private final ResourceGraph desired;
  private final Map<String, String> recorded;
  private final Map<String, List<LiveRow>> rows;

  private final Map<String, RowIndex> indices = new HashMap<>();
  private final Map<String, String> formerly = new HashMap<>();
  private final Map<LiveRow, String> released = new HashMap<>();
  private final Map<String, LiveRow> remembered = new HashMap<>();
  private final Map<String, List<LiveRow>> claims = new LinkedHashMap<>();
  private final Matches matches = new Matches();

  /**
   * A matcher for one target.
   *
   * @param recorded live ids by address, as the last release recorded them
   * @param rows live things by id of their kind
   */
  Matcher(
      Dialect api,
      Target target,
      ResourceGraph desired,
      Map<String, String> recorded,
      Map<String, List<LiveRow>> rows) {
    this.api = api;
    this.target = target;
    this.desired = desired;
    this.recorded = recorded;
    this.rows = rows;
  }

  Matches match() {
    for (Resource resource : desired.resources()) {
      if (resource.formerly() != null && desired.find(resource.formerly()) == null) {
        formerly.put(resource.formerly(), resource.address());
      }
    }
    desired.resources().forEach(this::recall);
    rows.values().forEach(all -> all.forEach(this::claim));
    List<Resource> open = new ArrayList<>();
    for (Resource resource : desired.resources()) {
      if (!resource.isOurs()) {
        new Existing(target.environment(), matches, index(resource.kind())).match(resource);
      } else if (!matchPlainly(resource)) {
        open.add(resource);
      }
    }
    int before;
    do {
      before = matches.size();
      open.removeIf(this::match);
    } while (matches.size() > before && !open.isEmpty());
    return matches;
  }

  /**
   * Notes what the last release made of a resource: that outweighs tags, which anybody may write.
   */
  private void recall(Resource resource) {
    String id = recorded.get(resource.address());
    if (id == null && resource.formerly() != null) {
      id = recorded.get(resource.formerly());
    }
    if (id != null && resource.isOurs()) {
      for (LiveRow row : index(resource.kind()).withId(id)) {
        if (released.putIfAbsent(row, resource.address()) == null) {
          remembered.putIfAbsent(resource.address(), row);
        }
      }
    }
  }

  /** Notes whose the tags say that a live thing is. */
  private void claim(LiveRow row) {
    String id = row.tags().get(IdentityTags.ID);
    if (id == null || !isHere(row)) {
      return;
    }
    String address = formerly.getOrDefault(id, id);
    Resource resource = desired.find(address);
    boolean another = !released.getOrDefault(row, address).equals(address);
    if (resource != null && resource.isOurs() && isOf(resource, row) && !another) {
      claims.computeIfAbsent(address, a -> new ArrayList<>()).add(row);
    }
  }

  private static boolean isOf(Resource resource, LiveRow row) {
    return resource.kind().id().equals(row.kind().id());
  }

  /** Whether its tags name this stack and environment. */
  private boolean isHere(LiveRow row) {
    return target.stack().equals(row.tags().get(IdentityTags.STACK))
        && target.environment().equals(row.tags().get(IdentityTags.ENVIRONMENT));
  }

  /** Whether none of its tags names another stack or environment; they may be lost. */
  private boolean mayBeHere(LiveRow row) {
    return target.stack().equals(row.tags().getOrDefault(IdentityTags.STACK, target.stack()))
        && target
            .environment()
            .equals(row.tags().getOrDefault(IdentityTags.ENVIRONMENT, target.environment()));
  }

  /** One thing claims it, and has its name: nearly always so, and no parent need be known. */
  private boolean matchPlainly(Resource resource) {
    List<LiveRow> claimants = claimants(resource);
    if (claimants.size() == 1 && hasName(resource, claimants.get(0))) {
      matches.put(resource.address(), claimants.get(0));
      return true;
    }
    return false;
  }

  /** What has its tags, and what the last release made. */
  private List<LiveRow> claimants(Resource resource) {
    List<LiveRow> claiming = claims.getOrDefault(resource.address(), List.of());
    LiveRow made = remembered.get(resource.address());
    if (made == null || claiming.contains(made)) {
      return claiming;
    }
    return Stream.concat(claiming.stream(), Stream.of(made)).toList();
  }

  /** Whether its name is the resource's; so it is where the kind has no names. */
  private static boolean hasName(Resource resource, LiveRow row) {
    return Objects.equals(name(resource), row.name());
  }

  private static @Nullable String name(Resource resource) {
    return resource.kind().identity().liveName(resource.attributes());
  }

  private @Nullable Value resolved(Resource resource, String attribute) {
    return matches.resolve(resource.attributes().get(attribute));
  }

  private boolean match(Resource resource) {
    List<LiveRow> claimants = new ArrayList<>(claimants(resource));
    if (claimants.stream().noneMatch(row -> hasName(resource, row))) {
      claimants.addAll(named(resource));
    }
    claimants.removeIf(matches::isTaken);
    if (claimants.isEmpty()) {
      LiveRow last = whereItBelongs(resource);
      if (last != null) {
        claimants.add(last);
      }
    }
    if (claimants.isEmpty()) {
      return false;
    }
    LiveRow original = claimants.size() == 1 ? claimants.get(0) : original(resource, claimants);
    matches.put(resource.address(), original);
    claims.getOrDefault(resource.address(), List.of()).stream()
        .filter(row -> row != original)
        .forEach(row -> matches.putTwin(resource.address(), row));
    return true;
  }

  private List<LiveRow> named(Resource resource) {
    String name = name(resource);
    if (name == null) {
      return List.of();
    }
    List<LiveRow> same = new ArrayList<>(index(resource.kind()).named(name));
    same.removeIf(row -> !isFree(row, resource) || standsElsewhere(row, resource));
    return same;
  }

  private @Nullable LiveRow whereItBelongs(Resource resource) {
    RowIndex index = index(resource.kind());
    String key = NaturalKey.of(resource.kind(), name -> resolved(resource, name));
    for (LiveRow row : key == null ? List.<LiveRow>of() : index.withKey(key)) {
      if (isFree(row, resource)) {
        return row;
      }
    }
    return null;
  }

  /** Whether nobody has it, and its tags do not say that it is something else. */
  private boolean isFree(LiveRow row, Resource resource) {
    String id = row.tags().get(IdentityTags.ID);
    return !matches.isTaken(row)
        && released.getOrDefault(row, resource.address()).equals(resource.address())
        && mayBeHere(row)
        && (id == null || formerly.getOrDefault(id, id).equals(resource.address()));
  }

  /** Names are unique within a parent only: the same name in another network is another thing. */
  private boolean standsElsewhere(LiveRow row, Resource resource) {
    String within = resource.kind().within();
    Attribute attribute = within == null ? null : resource.kind().attribute(within);
    if (within == null || attribute == null || !(attribute.shape() instanceof Shape.Reference)) {
      return false;
    }
    Value parent = resolved(resource, within);
    String wanted = parent == null ? null : Meaning.scalar(parent);
    String actual = Meaning.scalar(row.attribute(within));
    return wanted != null && actual != null && !wanted.equals(actual);
  }

  /** Of several that claim one id, the one that the last release recorded, or that has the name. */
  private LiveRow original(Resource resource, List<LiveRow> claimants) {
    LiveRow made = remembered.get(resource.address());
    if (made != null && claimants.contains(made)) {
      return made;
    }
    List<LiveRow> named = claimants.stream().filter(row -> hasName(resource, row)).toList();
    if (named.size() == 1) {
      return named.get(0);
    }
    return new Likeness(resource, matches, api).likest(claimants);
  }

  private RowIndex index(ResourceKind kind) {
    return indices.computeIfAbsent(
        kind.id(), id -> new RowIndex(kind, rows.getOrDefault(id, List.of())));
  }
}
