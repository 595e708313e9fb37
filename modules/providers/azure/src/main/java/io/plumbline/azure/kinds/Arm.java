package io.plumbline.azure.kinds;

import io.plumbline.kind.Dialect;
import io.plumbline.kind.Dialect.Json;
import io.plumbline.kind.Dialect.Naming;

/**
 * The words of Azure Resource Manager: {@link #ARM} of its templates, {@link #API} of what it
 * answers to a GET. Both name members as the canonical spelling does; the API keeps some values to
 * itself, and answers what a template lists inside another thing as things of their own.
 *
 * <p>Three members stand beside those that Azure has, in both: {@code resourceGroup}, the name of
 * the group that holds it; {@code parent}, what a child stands in (as in Bicep), whose name a
 * template puts before the child's; and {@code scope}, what a role is given for.
 *
 * <p>A type is written with the version of the API that says it, as Bicep does: {@code
 * Microsoft.Network/virtualNetworks@2025-01-01}.
 */
public final class Arm {
  public static final Dialect ARM = Dialect.of("arm", Naming.SAME, Json.DOCUMENT);
  public static final Dialect API = Dialect.like(ARM, "azure-api");

  /** Versions of the APIs that templates speak: the newest that Microsoft's types had as stable. */
  static final String NETWORK = "@2025-01-01";

  static final String COMPUTE = "@2024-11-01";
  static final String CONTAINERS = "@2025-10-01";
  static final String DNS = "@2018-05-01";
  static final String PRIVATE_DNS = "@2024-06-01";
  static final String EVENT_GRID = "@2025-02-15";
  static final String RESOURCES = "@2024-11-01";
  static final String STORAGE = "@2025-06-01";
  static final String KEY_VAULT = "@2024-11-01";
  static final String LUSTRE = "@2025-07-01";
  static final String IDENTITY = "@2023-01-31";
  static final String AUTHORIZATION = "@2022-04-01";
  static final String WEB = "@2024-11-01";
  static final String INSIGHTS = "@2022-10-01";

  private Arm() {}
}
