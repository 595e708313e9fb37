package io.plumbline.e2e.deploy;

import io.plumbline.dsl.Blueprint;
import io.plumbline.dsl.Stack;

/** A bucket and a role: the least that has something to protect. */
public final class ModelStore implements Stack<ModelStore.Parameters> {

  /**
   * What can be changed.
   *
   * @param bucket the bucket's name; none, no bucket
   * @param action what the role may do
   */
  public record Parameters(String bucket, String action) {}

  @Override
  public String name() {
    return "model-store";
  }

  @Override
  public Class<Parameters> parameters() {
    return Parameters.class;
  }

  @Override
  public void describe(Blueprint blueprint, Parameters parameters) {
    if (!parameters.bucket().equals("none")) {
      blueprint.site().bucket("models", b -> b.named(parameters.bucket()));
    }
    blueprint.site().instanceRole("reader", r -> r.allow(parameters.action()).on("*"));
  }
}
