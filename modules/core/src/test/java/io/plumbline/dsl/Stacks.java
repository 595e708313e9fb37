package io.plumbline.dsl;

import io.plumbline.model.Design;
import io.plumbline.model.Site;
import io.plumbline.value.Value;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Describes stacks that are written on the spot in a test. */
public final class Stacks {
  static final Site MAIN =
      new Site("main", "aws", "terraform", Map.of("region", "us-east-1"), null);

  private Stacks() {}

  public static Design describe(Consumer<Blueprint> body) {
    return Blueprint.describe(new Lambda(body), new None(), surroundings(MAIN));
  }

  /** What is described on two sites, {@code east} and {@code west}. */
  public static Design describeOnTwo(BiConsumer<SiteBlueprint, SiteBlueprint> body) {
    Site east = new Site("east", "aws", "terraform", Map.of("region", "us-east-1"), null);
    Site west = new Site("west", "aws", "terraform", Map.of("region", "us-west-2"), null);
    return Blueprint.describe(
        new Lambda(b -> body.accept(b.site("east"), b.site("west"))),
        new None(),
        surroundings(east, west));
  }

  static Surroundings surroundings(Site... sites) {
    return new Surroundings(
        "test", List.of(sites), (name, variables) -> Value.text(name), path -> "stacks/" + path);
  }

  record None() {}

  private record Lambda(Consumer<Blueprint> body) implements Stack<None> {
    @Override
    public String name() {
      return "fleet";
    }

    @Override
    public Class<None> parameters() {
      return None.class;
    }

    @Override
    public void describe(Blueprint blueprint, None parameters) {
      body.accept(blueprint);
    }
  }
}
