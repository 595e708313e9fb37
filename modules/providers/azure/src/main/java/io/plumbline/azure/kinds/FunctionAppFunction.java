package io.plumbline.azure.kinds;

import static io.plumbline.azure.kinds.Arm.API;
import static io.plumbline.azure.kinds.Arm.ARM;
import static io.plumbline.azure.kinds.Common.name;
import static io.plumbline.azure.kinds.Common.properties;
import static io.plumbline.azure.kinds.Common.resourceGroup;
import static io.plumbline.kind.Attributes.flag;
import static io.plumbline.kind.Attributes.json;
import static io.plumbline.kind.Attributes.ref;
import static io.plumbline.kind.Attributes.text;
import static io.plumbline.kind.Dialect.TERRAFORM;
import static io.plumbline.kind.ResourceKind.kind;

import io.plumbline.kind.Codec;
import io.plumbline.kind.Read;
import io.plumbline.kind.ResourceKind;
import io.plumbline.value.Value;

/** A function: what calls it, and its code, in JavaScript. */
public final class FunctionAppFunction {
  /** The file that holds the code. */
  static final String ENTRY = "index.js";

  private static final String TYPE = FunctionApp.TYPE + "/functions";
  private static final String APP = "app";

  /** The name ↔ the same behind the app's, as Azure answers it. */
  private static final Codec BEHIND_APP =
      new Codec(
          name -> name instanceof Value.Text text ? Value.text(APP + "/" + text.value()) : name,
          name ->
              name instanceof Value.Text text
                  ? Value.text(text.value().substring(text.value().indexOf('/') + 1))
                  : name);

  /** The code ↔ the file that it goes into, and the code. */
  private static final Codec FILE =
      new Codec(
          code -> Value.object("name", Value.text(ENTRY), "content", code),
          file ->
              Codec.ONLY_ITEM.decode().apply(file) instanceof Value.Obj o
                  ? o.get("content")
                  : file);

  private static final String SETTING = "a setting of the app says it";

  private FunctionAppFunction() {}

  public static final ResourceKind KIND =
      kind("function-app-function")
          .type(ARM, TYPE + Arm.WEB)
          .type(TERRAFORM, "azurerm_function_app_function")
          .read(Read.by(APP, "list " + TYPE + Arm.WEB))
          .keyedBy(APP, "name")
          .within(APP)
          .importedBy("id")
          .output("id", ARM, "id")
          .output("id", TERRAFORM, "id")
          .attributes(
              name().in(API, BEHIND_APP),
              ref(APP, "function-app", "id")
                  .in(ARM, "parent")
                  .in(TERRAFORM, "function_app_id")
                  .replaces(),
              resourceGroup().notIn(TERRAFORM, "azurerm takes the app's"))
          .attributes(
              properties(
                  text("language").replaces().notIn(API, "Azure finds it out by the file"),
                  json("config").in(TERRAFORM, "config_json"),
                  flag("isDisabled")
                      .notIn(ARM, SETTING)
                      .notIn(TERRAFORM, SETTING)
                      .in(API, "properties/isDisabled")
                      .byDefault(Value.flag(false)),
                  text("code")
                      .in(ARM, "files/" + ENTRY)
                      .in(TERRAFORM, "file", FILE)
                      .notIn(API, "Azure answers where the file is, and not what it holds")))
          .notOurs("given by Azure", "id", "type", "kind")
          .notOurs(
              "where its files are",
              "properties/function_app_id",
              "properties/script_root_path_href",
              "properties/script_href",
              "properties/config_href",
              "properties/test_data_href",
              "properties/secrets_file_href",
              "properties/href",
              "properties/invoke_url_template",
              "properties/test_data",
              "properties/files",
              "properties/language")
          .makingTakes(TYPE + "/write")
          .free()
          .removedBy(AzCommand.DELETE)
          .build();
}
