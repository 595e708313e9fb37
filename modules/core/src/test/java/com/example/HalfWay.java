package com.example;

import io.plumbline.dsl.Blueprint;
import io.plumbline.dsl.Stack;
import java.util.List;

/** A stack of a user's, whose description breaks off in what it calls. */
public final class HalfWay implements Stack<HalfWay.Parameters> {

  /** None are needed. */
  public record Parameters() {}

  @Override
  public String name() {
    return "half-way";
  }

  @Override
  public Class<Parameters> parameters() {
    return Parameters.class;
  }

  @Override
  public void describe(Blueprint blueprint, Parameters parameters) {
    blueprint.site().bucket("Data");
    blueprint.site().bucket(firstOf(List.of()));
  }

  private static String firstOf(List<String> names) {
    return names.iterator().next();
  }
}
