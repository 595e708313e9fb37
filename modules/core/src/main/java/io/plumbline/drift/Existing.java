package io.plumbline.drift;

import io.plumbline.graph.IdentityTags;
import io.plumbline.graph.Lookup;
import io.plumbline.graph.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Looks up what is there already and belongs to somebody else. One thing may answer to several. */
final class Existing {
  private static final String NAME_TAG = "Name";

  private final String environment;
  private final Matches matches;
  private final RowIndex index;

  Existing(String environment, Matches matches, RowIndex index) {
    this.environment = environment;
    this.matches = matches;
    this.index = index;
  }

  void match(Resource resource) {
    List<LiveRow> found = find(resource);
    if (found.size() == 1) {
      matches.put(resource.address(), found.get(0));
    } else if (found.size() > 1) {
      List<String> ids = found.stream().map(LiveRow::liveId).sorted().toList();
      matches.putAmbiguous(
          resource.address(), "several match " + inWords(resource) + ": " + String.join(", ", ids));
    }
  }

  private static String inWords(Resource resource) {
    return Objects.requireNonNull(resource.existing(), "what is there already").inWords();
  }

  private List<LiveRow> find(Resource resource) {
    return switch (resource.existing()) {
      case null -> List.of();
      case Lookup.ById by -> index.withId(by.id());
      case Lookup.ByTag by -> index.tagged(by.key(), by.value());
      case Lookup.ByName by -> {
        List<LiveRow> named = new ArrayList<>(index.named(by.name()));
        index.tagged(NAME_TAG, by.name()).stream()
            .filter(row -> !named.contains(row))
            .forEach(named::add);
        yield named;
      }
      case Lookup.OfStack of -> ofStack(of);
      case Lookup.OfSite of -> List.of();
    };
  }

  /** By the tags that its stack gave it; by its name where its kind, or its engine, has no tags. */
  private List<LiveRow> ofStack(Lookup.OfStack of) {
    List<LiveRow> tagged =
        index.tagged(IdentityTags.ID, of.address()).stream()
            .filter(row -> of.stack().equals(row.tags().get(IdentityTags.STACK)))
            .filter(row -> environment.equals(row.tags().get(IdentityTags.ENVIRONMENT)))
            .toList();
    return tagged.isEmpty() && of.name() != null ? index.named(of.name()) : tagged;
  }
}
