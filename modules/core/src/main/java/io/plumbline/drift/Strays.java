package io.plumbline.drift;

import io.plumbline.graph.IdentityTags;
import io.plumbline.graph.Resource;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.kind.Attribute;
import io.plumbline.kind.Companion;
import io.plumbline.kind.Lens;
import io.plumbline.kind.ResourceKind;
import io.plumbline.kind.Shape;
import io.plumbline.model.Target;
import io.plumbline.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Live things that are no resource of the design: duplicates, what is ours and unmanaged, and what
 * is somebody else's. What stands in an existing thing is never ours for that alone. Tags of
 * another stack excuse nothing by themselves, since anybody may write them: {@link Findings} knows
 * which other stacks there are.
 */
final class Strays {
  /** What a reference says that may lead to a thing of any kind. */
  private static final String ANY = "*";

  private static final String SITE = "site:";

  private final LiveThings things;
  private final Target target;
  private final ResourceGraph desired;
  private final Matches matches;
  private final Map<String, String> ours = new HashMap<>();
  private final Map<String, String> madeInOurs = new HashMap<>();
  private final Unsettled unsettled;

  /**
   * Sorts what was not matched.
   *
   * @param undetermined addresses of which it is not known whether something stands there
   */
  Strays(
      LiveThings things,
      Target target,
      ResourceGraph desired,
      Matches matches,
      Set<String> undetermined) {
    this.unsettled = new Unsettled(desired, matches, undetermined);
    this.things = things;
    this.target = target;
    this.desired = desired;
    this.matches = matches;
    for (Resource resource : desired.resources()) {
      LiveRow row = resource.isOurs() ? matches.at(resource.address()) : null;
      if (row != null) {
        row.outputs()
            .forEach(
                (output, id) -> {
                  ours.put(place(row.kind().id(), output, id), resource.address());
                  ours.put(place(ANY, output, id), resource.address());
                });
      }
    }
    for (ResourceKind kind : things.kinds()) {
      things.rows(kind).stream().filter(LiveRow::isProviderMade).forEach(this::adopt);
    }
  }

  /**
   * What the provider made in something of ours, such as a network's default group, is watched too.
   */
  private void adopt(LiveRow row) {
    String parent = parent(row, ours);
    if (parent != null) {
      row.outputs()
          .forEach((output, id) -> madeInOurs.put(place(row.kind().id(), output, id), parent));
    }
  }

  private static String place(String kind, String output, String id) {
    return kind + "." + output + "=" + id;
  }

  List<Stray> all() {
    List<Stray> strays = new ArrayList<>();
    for (Matches.Twin twin : matches.twins()) {
      strays.add(stray(twin.row(), twin.address(), null, null));
    }
    for (ResourceKind kind : things.kinds()) {
      for (LiveRow row : things.rows(kind)) {
        if (!matches.isTaken(row) && row.maker() == null) {
          strays.add(sorted(row));
        }
      }
    }
    return strays;
  }

  private Stray stray(
      LiveRow row, @Nullable String address, @Nullable String unmanaged, @Nullable String near) {
    return new Stray(
        row.kind().id(),
        row.liveId(),
        row.tags(),
        address,
        unmanaged,
        near,
        row.knownBy(),
        Removal.command(row.kind().removal(), name -> known(row, name)),
        null);
  }

  /** A value of a command: a setting of the site, the live id, an attribute. */
  private @Nullable String known(LiveRow row, String name) {
    if (name.startsWith(SITE)) {
      return target.site().setting(name.substring(SITE.length()));
    }
    return name.equals("id") ? row.liveId() : Meaning.scalar(row.attribute(name));
  }

  private Stray sorted(LiveRow row) {
    String stack = row.tags().get(IdentityTags.STACK);
    String environment = row.tags().get(IdentityTags.ENVIRONMENT);
    if (row.isProviderMade()) {
      return stray(row, null, null, null);
    } else if (target.stack().equals(stack) && target.environment().equals(environment)) {
      String id = row.tags().get(IdentityTags.ID);
      return stray(row, null, "carries our tags" + (id == null ? "" : ", as " + id), id);
    }
    if (isCompanion(row)) {
      return stray(row, null, null, null);
    }
    if (unsettled.mayBe(row)) {
      return stray(row, null, null, null).withUnclear(row.unclear());
    }
    String parent = parent(row, ours);
    if (parent != null) {
      return isExpected(row, desired.get(parent))
          ? stray(row, null, null, null)
          : stray(row, null, "stands in " + parent, parent);
    }
    String adopted = row.isBroughtAlong() ? null : parent(row, madeInOurs);
    String reason = adopted == null ? null : "stands in what the provider made in " + adopted;
    return stray(row, null, reason, adopted).withUnclear(reason == null ? row.unclear() : null);
  }

  /** Whether the provider made it beside something of ours. */
  private boolean isCompanion(LiveRow row) {
    Companion companion = row.kind().companion();
    if (companion == null || !companion.which().test(row.document())) {
      return false;
    }
    String other = Meaning.scalar(Lens.find(row.document(), List.of(companion.path().split("/"))));
    return other != null && ours.containsKey(place(companion.kind(), companion.output(), other));
  }

  /** Whether what it stands in says that somebody else has it there. */
  private static boolean isExpected(LiveRow row, Resource parent) {
    String by = row.kind().toldBy();
    String list = row.kind().expected();
    return by != null
        && list != null
        && parent.attributes().get(list) instanceof Value.Sequence names
        && names.items().contains(row.attribute(by));
  }

  private static @Nullable String parent(LiveRow row, Map<String, String> places) {
    String within = row.kind().within();
    Attribute attribute = within == null ? null : row.kind().attribute(within);
    return within == null || attribute == null
        ? null
        : parent(attribute.shape(), row.attribute(within), places);
  }

  /** The address of what is ours, in which it stands; of several, any one will do. */
  private static @Nullable String parent(Shape shape, Value value, Map<String, String> places) {
    return switch (shape) {
      case Shape.Reference reference -> {
        String id = Meaning.scalar(value);
        yield id == null ? null : places.get(place(reference.kind(), reference.output(), id));
      }
      case Shape.ListOf list -> anyParent(list.item(), value, places);
      case Shape.SetOf set -> anyParent(set.item(), value, places);
      case Shape.Struct struct -> null;
      case Shape.MapOf map -> null;
      case Shape.Json json -> null;
      case Shape.Leaf leaf -> null;
    };
  }

  private static @Nullable String anyParent(Shape item, Value value, Map<String, String> places) {
    if (value instanceof Value.Sequence sequence) {
      for (Value each : sequence.items()) {
        String parent = parent(item, each, places);
        if (parent != null) {
          return parent;
        }
      }
    }
    return null;
  }
}
