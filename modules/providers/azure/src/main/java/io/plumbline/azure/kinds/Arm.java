package io.plumbline.azure.kinds;

import io.plumbline.kind.Dialect;
import io.plumbline.kind.Dialect.Json;
import io.plumbline.kind.Dialect.Naming;

/**
 * The words of Azure Resource Manager: of its templates, and of what it answers to a GET. Both name
 * members as the canonical spelling does.
 */
public final class Arm {
  public static final Dialect ARM = Dialect.of("arm", Naming.SAME, Json.DOCUMENT);

  private Arm() {}
}
