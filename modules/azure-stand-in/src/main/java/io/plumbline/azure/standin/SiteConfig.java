package io.plumbline.azure.standin;

import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import org.jspecify.annotations.Nullable;

/**
 * How an app is set up: said with the app, and answered apart from it, as {@code config/web}.
 * Source: REST reference of Web Apps: Get Configuration; read 2026-11.
 */
final class SiteConfig {
  private static final String TYPE = "Microsoft.Web/sites/config";
  private static final String NAME = "web";

  private SiteConfig() {}

  static boolean is(ResourceId id) {
    return TYPE.equalsIgnoreCase(id.type()) && NAME.equalsIgnoreCase(id.name());
  }

  /** Of an app; null where there is none. */
  static @Nullable Obj of(ResourceId id, @Nullable Obj app) {
    return app == null
        ? null
        : Value.object(
            "id", Value.text(id.toString()),
            "name", Value.text(NAME),
            "type", Value.text(TYPE),
            "properties", Docs.object(app, "properties.siteConfig"));
  }
}
