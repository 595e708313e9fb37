package io.plumbline.e2e.azure;

import io.plumbline.dsl.Blueprint;
import io.plumbline.dsl.Stack;
import io.plumbline.testkit.AzureStores;

/** What keeps data on Azure: objects, files and keys. */
public final class AzureKeep implements Stack<AzureKeep.Parameters> {
  static final String NAME = "azure-keep";

  /** Where the vault is that it takes for granted. */
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
    AzureStores.describe(blueprint.site(), parameters.subscription());
  }
}
