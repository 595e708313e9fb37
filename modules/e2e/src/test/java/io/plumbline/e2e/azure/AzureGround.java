package io.plumbline.e2e.azure;

import io.plumbline.dsl.Blueprint;
import io.plumbline.dsl.Stack;
import io.plumbline.testkit.AzureFleet;

/** Every sort of pool that Azure has, with networks, balancers, clusters and names. */
public final class AzureGround implements Stack<AzureGround.Parameters> {
  static final String NAME = "azure-ground";

  /** Where the zones are that it takes for granted. */
  public record Parameters(String subscription) {}

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Class<Parameters> parameters() {
    return Parameters.class;
  }

  @Override
  public void describe(Blueprint blueprint, Parameters parameters) {
    AzureFleet.describe(blueprint.site(), parameters.subscription());
  }
}
