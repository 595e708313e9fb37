package io.plumbline.model;

import io.plumbline.value.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A plain text under a name, that machines look up at the provider. Never a secret: it stands in
 * artefacts.
 *
 * @param chosenName what the provider calls it, if the stack insists; null: made of environment,
 *     stack and id
 * @param texts the text, maybe with references; several where it is a list; empty where the stack
 *     does not say, which is reported
 * @param list whether it is a list of texts
 * @param large whether it may be longer than what is free of charge
 */
public record Parameter(
    Identity identity,
    @Nullable String chosenName,
    List<Value> texts,
    boolean list,
    boolean large,
    @Nullable String description)
    implements Component {
  public Parameter {
    texts = List.copyOf(texts);
  }

  /** Its name, known once it is there. */
  public Value name() {
    return Value.ref(id(), "id");
  }

  /** Its full name at the provider, as policies name it. */
  public Value arn() {
    return Value.ref(id(), "arn");
  }

  @Override
  public List<Component> uses() {
    return List.of();
  }

  @Override
  public List<Value> values() {
    List<Value> values = new ArrayList<>(Component.super.values());
    values.addAll(texts);
    return values;
  }

  @Override
  public String noun() {
    return "parameter";
  }
}
