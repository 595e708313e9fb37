package io.plumbline.azure.standin;

import io.plumbline.value.JsonWriter;
import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import java.nio.charset.StandardCharsets;

/**
 * How much Azure takes at once. It measures some of it after compression, which is more than this.
 * Source: learn.microsoft.com/azure/azure-resource-manager/troubleshooting/error-job-size-exceeded,
 * and .../bicep/template-specs-known-issues; read 2026-11.
 */
final class Limits {
  private static final int MEGABYTE = 1024 * 1024;
  private static final int REQUEST = 4 * MEGABYTE;
  private static final int TEMPLATE = 4 * MEGABYTE;
  private static final int RESOURCE = MEGABYTE;
  private static final int SPEC = 2 * MEGABYTE;
  private static final int RESOURCES = 800;
  private static final int PARAMETERS = 256;

  private Limits() {}

  static void requireRequest(int bytes) {
    if (bytes > REQUEST) {
      throw new Refusal(
          413,
          "RequestContentTooLarge",
          "The request content size exceeds the maximum size of 4 MB.");
    }
  }

  static void requireTemplate(Obj template, int resources) {
    requireCount("resources", resources, RESOURCES);
    requireCount("parameters", Docs.object(template, "parameters").members().size(), PARAMETERS);
    if (bytes(template) > TEMPLATE) {
      throw tooLarge("The template exceeds the maximum size of 4 MB.");
    }
    for (Value each : Docs.items(template, "resources")) {
      if (bytes(each) > RESOURCE) {
        throw tooLarge(
            "The definition of resource '"
                + Docs.text(each, "name")
                + "' exceeds the maximum size of 1 MB.");
      }
    }
  }

  static void requireSpec(Obj version) {
    if (bytes(version) > SPEC) {
      throw new Refusal(
          400,
          "TemplateSpecTooLarge",
          "The size of the template spec content exceeds the maximum limit.");
    }
  }

  private static void requireCount(String what, int count, int most) {
    if (count > most) {
      throw Refusal.badTemplate(
          "The number of template "
              + what
              + " limit exceeded. Limit: '"
              + most
              + "' and actual: '"
              + count
              + "'.");
    }
  }

  private static Refusal tooLarge(String what) {
    return new Refusal(400, "DeploymentJobSizeExceededException", what);
  }

  private static int bytes(Value document) {
    return JsonWriter.compact(document).getBytes(StandardCharsets.UTF_8).length;
  }
}
