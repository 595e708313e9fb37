package io.plumbline.testkit;

import io.plumbline.dsl.Blueprint;
import io.plumbline.dsl.SiteBlueprint;
import io.plumbline.dsl.Stack;
import io.plumbline.dsl.Surroundings;
import io.plumbline.model.Design;
import io.plumbline.model.Site;
import io.plumbline.model.Target;
import io.plumbline.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Describes a stack on the spot, in environment {@code test}: for tests of what comes after the
 * description.
 */
public final class Describing {
  /** A site on AWS, in us-east-1. */
  public static final Site AWS =
      new Site(
          "main",
          "aws",
          "terraform",
          Map.of("region", "us-east-1", "account", "123456789012"),
          null);

  /** Stack {@code fleet} on {@link #AWS}. */
  public static final Target TARGET = new Target("test", "fleet", AWS);

  private Describing() {}

  /**
   * What {@code body} describes on {@link #AWS}. Templates render to their name and their
   * variables, joined by spaces.
   */
  public static Design on(Consumer<SiteBlueprint> body) {
    return on(AWS, body);
  }

  /** The same on another site. */
  public static Design on(Site site, Consumer<SiteBlueprint> body) {
    var surroundings =
        new Surroundings("test", List.of(site), Describing::render, path -> "src/" + path);
    return Blueprint.describe(new OnTheSpot(body), new Nothing(), surroundings);
  }

  private static Value render(String name, Map<String, Value> variables) {
    List<Value> parts = new ArrayList<>(List.of(Value.text(name)));
    for (Value value : variables.values()) {
      parts.add(Value.text(" "));
      parts.add(value);
    }
    return Value.join(parts);
  }

  private record Nothing() {}

  private record OnTheSpot(Consumer<SiteBlueprint> body) implements Stack<Nothing> {
    @Override
    public String name() {
      return "fleet";
    }

    @Override
    public Class<Nothing> parameters() {
      return Nothing.class;
    }

    @Override
    public void describe(Blueprint blueprint, Nothing parameters) {
      body.accept(blueprint.site());
    }
  }
}
