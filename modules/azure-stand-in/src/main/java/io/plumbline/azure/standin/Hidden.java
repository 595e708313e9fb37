package io.plumbline.azure.standin;

import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import org.jspecify.annotations.Nullable;

/**
 * What Azure keeps and does not answer. Source: REST reference of Virtual Machine Scale Sets:
 * custom data and passwords are never answered, {@code userData} only to {@code $expand=userData};
 * of Web Apps: an app without its configuration, a function without its files; read 2026-11.
 */
final class Hidden {
  private static final String SETS = "Microsoft.Compute/virtualMachineScaleSets";
  private static final String APPS = "Microsoft.Web/sites";
  private static final String FUNCTIONS = APPS + "/functions";
  private static final String PROFILE = "properties.virtualMachineProfile";

  private Hidden() {}

  /** The document as it is answered. */
  static Obj in(Obj document, @Nullable String expand) {
    String type = Docs.text(document, "type");
    if (APPS.equalsIgnoreCase(type)) {
      return without(document, "properties", "siteConfig");
    }
    if (FUNCTIONS.equalsIgnoreCase(type)) {
      return without(document, "properties", "files");
    }
    if (!SETS.equalsIgnoreCase(type)) {
      return document;
    }
    Obj shown =
        without(
            without(document, PROFILE + ".osProfile", "customData"),
            PROFILE + ".osProfile",
            "adminPassword");
    return "userData".equals(expand) ? shown : without(shown, PROFILE, "userData");
  }

  private static Obj without(Obj document, String path, String member) {
    return Docs.change(
        document,
        path,
        there -> there instanceof Obj object ? Docs.without(object, member) : Value.NULL);
  }
}
