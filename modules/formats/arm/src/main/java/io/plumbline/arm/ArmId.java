package io.plumbline.arm;

import io.plumbline.graph.Lookup;
import io.plumbline.graph.Resource;
import java.util.ArrayList;
import java.util.List;

/** The ids by which Azure knows what is there already: their types and names alternate. */
final class ArmId {
  private static final String PROVIDERS = "/providers/";

  private ArmId() {}

  /** What an existing thing is called, after what it stands in. */
  static List<String> names(Resource existing) {
    return switch (existing.existing()) {
      case Lookup.ById byId -> names(byId.id());
      case Lookup.ByName byName -> List.of(byName.name());
      case null, default ->
          throw new IllegalArgumentException(
              existing.address() + " is not known by name before it is looked up");
    };
  }

  private static List<String> names(String id) {
    String[] words = id.substring(id.lastIndexOf(PROVIDERS) + PROVIDERS.length()).split("/", -1);
    List<String> names = new ArrayList<>();
    for (int i = 2; i < words.length; i += 2) {
      names.add(words[i]);
    }
    return names;
  }
}
