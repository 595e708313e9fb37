package io.plumbline.e2e;

import io.plumbline.value.JsonReader;
import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The AWS provider's own schema, asked from Terraform once and kept below {@code target/}. */
final class TerraformSchema {
  private static final String CONFIGURATION =
      """
      {"terraform": {"required_providers": {"aws": {"source": "hashicorp/aws", "version": "~> 5.100"}}}}
      """;

  private final Obj types;

  private TerraformSchema(Obj types) {
    this.types = types;
  }

  static TerraformSchema ask() {
    try {
      Path kept = Path.of("target", "terraform-schema.json");
      if (!Files.exists(kept)) {
        Path folder = RealPrograms.terraformFolder("terraform-schema", CONFIGURATION);
        Files.writeString(kept, RealPrograms.terraform(folder, "providers", "schema", "-json"));
      }
      Obj providers = (Obj) ((Obj) JsonReader.read(Files.readString(kept))).get("provider_schemas");
      Obj aws = (Obj) providers.members().values().iterator().next();
      return new TerraformSchema((Obj) aws.get("resource_schemas"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The version of the schema in which states are written. */
  Value version(String type) {
    return ((Obj) types.get(type)).get("version");
  }

  VendorSchema of(String type) {
    VendorSchema schema = new VendorSchema();
    walk("", (Obj) ((Obj) types.get(type)).get("block"), schema);
    return schema;
  }

  private static void walk(String prefix, Obj block, VendorSchema schema) {
    members(block, "attributes")
        .members()
        .forEach((n, a) -> attribute(prefix + n, (Obj) a, schema));
    members(block, "block_types")
        .members()
        .forEach(
            (name, nested) -> {
              schema.writable().add(prefix + name);
              walk(prefix + name + "/", (Obj) ((Obj) nested).get("block"), schema);
            });
  }

  private static void attribute(String place, Obj attribute, VendorSchema schema) {
    schema.readable().add(place);
    if (attribute.has("required") || attribute.has("optional")) {
      schema.writable().add(place);
    }
    if (attribute.get("type") instanceof Value.Sequence type
        && type.items().get(0).equals(Value.text("map"))) {
      schema.open().add(place);
    }
  }

  private static Obj members(Obj block, String name) {
    return block.get(name) instanceof Obj members ? members : Obj.EMPTY;
  }
}
