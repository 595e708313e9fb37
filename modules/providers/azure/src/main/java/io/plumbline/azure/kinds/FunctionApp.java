package io.plumbline.azure.kinds;

import static io.plumbline.azure.kinds.Arm.API;
import static io.plumbline.azure.kinds.Arm.ARM;
import static io.plumbline.azure.kinds.Common.location;
import static io.plumbline.azure.kinds.Common.name;
import static io.plumbline.azure.kinds.Common.properties;
import static io.plumbline.azure.kinds.Common.resourceGroup;
import static io.plumbline.azure.kinds.Common.tags;
import static io.plumbline.kind.Attributes.flag;
import static io.plumbline.kind.Attributes.ref;
import static io.plumbline.kind.Attributes.text;
import static io.plumbline.kind.Dialect.TERRAFORM;
import static io.plumbline.kind.ResourceKind.kind;

import io.plumbline.kind.Attribute;
import io.plumbline.kind.Read;
import io.plumbline.kind.ResourceKind;
import io.plumbline.value.Value;

/**
 * Where functions run, in JavaScript: each of them is a {@link FunctionAppFunction}. To storage and
 * to the rest of Azure it is an identity, and has keys of nothing. How it is set up Azure answers
 * apart from the app; what it is told, to nobody without the right to list secrets.
 */
public final class FunctionApp {
  static final String TYPE = "Microsoft.Web/sites";
  private static final String SETTINGS = "settings";
  private static final String CONFIG = "web";
  private static final String STORAGE = "AzureWebJobsStorage__";
  private static final String NODE = "~22";
  private static final String RUNTIME = "~4";
  private static final String UNREAD = "Azure answers settings only to who may list secrets";

  private FunctionApp() {}

  public static final ResourceKind KIND =
      AppUnsaid.of(kind("function-app"))
          .type(ARM, TYPE + Arm.WEB)
          .document(ARM, SETTINGS, TYPE + "/config" + Arm.WEB, "parent", "id")
          .type(TERRAFORM, "azurerm_windows_function_app")
          .constant(ARM, "", Value.object("kind", Value.text("functionapp")))
          .constant(ARM, SETTINGS, settings())
          .constant(TERRAFORM, "", azurerm())
          .read(Read.all(TYPE + Arm.WEB))
          .read(
              CONFIG,
              Read.by("id", "get " + TYPE + "/config/" + CONFIG + Arm.WEB).ownedBy("parent"))
          .taggedBy("tags")
          .namedBy("name")
          .importedBy("id")
          .output("id", ARM, "id")
          .output("id", TERRAFORM, "id")
          .output("name", ARM, "name")
          .output("name", TERRAFORM, "name")
          .attributes(name(), location(), resourceGroup())
          .attributes(
              properties(
                  ref("plan", "app-service-plan", "id")
                      .in(ARM, "serverFarmId")
                      .in(TERRAFORM, "service_plan_id"),
                  flag("enabled").byDefault(Value.flag(true)),
                  flag("httpsOnly").byDefault(Value.flag(false)),
                  flag("publicNetworkAccess")
                      .in(ARM, Common.ENABLED)
                      .in(TERRAFORM, "public_network_access_enabled")
                      .byDefault(Value.flag(true))))
          .attributes(
              ScaleSet.identities(),
              configured(flag("alwaysOn")).byDefault(Value.flag(false)),
              configured(text("ftpsState")).byDefault(Value.text("FtpsOnly")),
              configured(text("minTlsVersion"))
                  .in(TERRAFORM, "site_config/minimum_tls_version")
                  .byDefault(Value.text("1.2")),
              configured(flag("use32BitWorkerProcess"))
                  .in(TERRAFORM, "site_config/use_32_bit_worker")
                  .byDefault(Value.flag(true)))
          .attributes(
              ref("storageAccount", "storage-account", "name")
                  .in(ARM, setting(STORAGE + "accountName"))
                  .in(TERRAFORM, "storage_account_name")
                  .notIn(API, UNREAD),
              ref("client", "user-assigned-identity", "clientId")
                  .in(ARM, setting(STORAGE + "clientId"))
                  .in(TERRAFORM, "app_settings/" + STORAGE + "clientId")
                  .notIn(API, UNREAD),
              text("scaleSets")
                  .in(ARM, setting("SCALE_SETS"))
                  .in(TERRAFORM, "app_settings/SCALE_SETS")
                  .notIn(API, UNREAD),
              tags())
          .notOurs("given by Azure", "id", "type", "kind")
          .notOurs("given by Azure", "web:id", "web:name", "web:type", "web:kind")
          .notRead("who may publish, and by which password")
          .makingTakes(TYPE + "/write", TYPE + "/config/write")
          .free()
          .removedBy(AzCommand.DELETE)
          .build();

  /** What {@code site_config} of azurerm has, and Azure answers in a document of its own. */
  private static Attribute configured(Attribute attribute) {
    return attribute
        .in(ARM, "properties/siteConfig/" + attribute.name())
        .in(API, CONFIG + ":properties/" + attribute.name())
        .under(TERRAFORM, "site_config");
  }

  private static String setting(String name) {
    return SETTINGS + ":properties/" + name;
  }

  private static Value.Obj settings() {
    return Value.object(
        "name",
        Value.text("appsettings"),
        "properties",
        Value.object(
            "FUNCTIONS_EXTENSION_VERSION",
            Value.text(RUNTIME),
            "FUNCTIONS_WORKER_RUNTIME",
            Value.text("node"),
            "WEBSITE_NODE_DEFAULT_VERSION",
            Value.text(NODE),
            STORAGE + "credential",
            Value.text("managedidentity")));
  }

  private static Value.Obj azurerm() {
    return Value.object(
        "functions_extension_version",
        Value.text(RUNTIME),
        "storage_uses_managed_identity",
        Value.flag(true),
        "app_settings",
        Value.object(STORAGE + "credential", Value.text("managedidentity")),
        "site_config",
        Value.object("application_stack", Value.object("node_version", Value.text(NODE))));
  }
}
