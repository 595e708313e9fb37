package io.plumbline.dsl;

import io.plumbline.model.Parameter;
import io.plumbline.value.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sets up a parameter. Needed: {@link #value} or {@link #list}. It is plain text, in artefacts too:
 * for a secret, see {@link SiteBlueprint#existingSecret}.
 */
public final class ParameterBuilder extends ComponentBuilder<Parameter, ParameterBuilder> {
  private final List<Value> texts = new ArrayList<>();
  private @Nullable String name;
  private @Nullable String description;
  private boolean list;
  private boolean large;

  ParameterBuilder(Order order) {
    super("parameter", order);
  }

  /** What the provider is to call it; by default that is made of environment, stack and id. */
  public ParameterBuilder named(String liveName) {
    name = liveName;
    return this;
  }

  /** What it holds. */
  public ParameterBuilder value(String text) {
    return value(Value.text(text));
  }

  /** What it holds: texts and outputs of components, one after the other. */
  public ParameterBuilder value(Value... parts) {
    return holding(List.of(Value.join(parts)), false);
  }

  /** A list of texts. */
  public ParameterBuilder list(String... items) {
    return holding(Value.texts(List.of(items)).items(), true);
  }

  /** A list of texts and outputs of components. */
  public ParameterBuilder list(Value... items) {
    return holding(List.of(items), true);
  }

  /** What it is for; by default empty. */
  public ParameterBuilder describedAs(String text) {
    description = text;
    return this;
  }

  /** Lets it hold up to 8 KB instead of 4, which AWS charges for each month. */
  public ParameterBuilder large() {
    large = true;
    return this;
  }

  private ParameterBuilder holding(List<Value> values, boolean several) {
    texts.clear();
    texts.addAll(values);
    list = several;
    return this;
  }

  @Override
  ParameterBuilder self() {
    return this;
  }

  @Override
  Parameter build() {
    if (texts.isEmpty()) {
      report(Incomplete.RULE, "it does not say what it holds; say value(…) or list(…)");
    }
    return new Parameter(identity(), name, texts, list, large, description);
  }
}
