package io.plumbline.e2e;

import io.plumbline.value.JsonReader;
import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import io.plumbline.value.Value.Sequence;
import io.plumbline.value.Value.Text;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** CloudFormation's schemas, as cfn-lint carries them. */
final class CloudFormationSchema {
  private final Obj types;

  private CloudFormationSchema(Obj types) {
    this.types = types;
  }

  static CloudFormationSchema ask(Collection<String> types) {
    List<String> arguments = new ArrayList<>();
    arguments.add(Path.of("src/test/resources/cloudformation-schemas.py").toString());
    arguments.addAll(types);
    String said =
        RealPrograms.python(Path.of("").toAbsolutePath(), arguments.toArray(String[]::new));
    return new CloudFormationSchema((Obj) JsonReader.read(said));
  }

  VendorSchema of(String type) {
    VendorSchema schema = new VendorSchema();
    Obj root = (Obj) types.get(type);
    walk("", root, root, schema);
    Set<String> readOnly = places(type, "readOnlyProperties");
    schema.writable().removeIf(place -> readOnly.contains(place));
    return schema;
  }

  /** Places that a keyword such as {@code createOnlyProperties} lists. */
  Set<String> places(String type, String keyword) {
    Set<String> places = new TreeSet<>();
    if (((Obj) types.get(type)).get(keyword) instanceof Sequence pointers) {
      for (Value pointer : pointers.items()) {
        places.add(((Text) pointer).value().replace("/properties/", "").replace("/*", ""));
      }
    }
    return places;
  }

  private static void walk(String prefix, Obj node, Obj root, VendorSchema schema) {
    alternatives(node, root)
        .forEach(
            alternative -> {
              if (alternative.get("items") instanceof Obj items) {
                walk(prefix, items, root, schema);
              }
              if (alternative.get("properties") instanceof Obj properties) {
                properties
                    .members()
                    .forEach((name, p) -> property(prefix + name, (Obj) p, root, schema));
              } else if (saysObject(alternative.get("type")) && !prefix.isEmpty()) {
                schema.open().add(prefix.substring(0, prefix.length() - 1));
              }
            });
  }

  private static void property(String place, Obj node, Obj root, VendorSchema schema) {
    schema.readable().add(place);
    schema.writable().add(place);
    walk(place + "/", node, root, schema);
  }

  /** The node behind a reference, and what it is a choice of. */
  private static Stream<Obj> alternatives(Obj node, Obj root) {
    if (node.get("$ref") instanceof Text reference) {
      Value at = root;
      for (String member : reference.value().substring(2).split("/", -1)) {
        at = ((Obj) at).get(member);
      }
      return alternatives((Obj) at, root);
    }
    Stream<Obj> choices =
        Stream.of("oneOf", "anyOf", "allOf")
            .flatMap(k -> node.get(k) instanceof Sequence s ? s.items().stream() : Stream.empty())
            .flatMap(choice -> alternatives((Obj) choice, root));
    return Stream.concat(Stream.of(node), choices);
  }

  private static boolean saysObject(Value type) {
    Value object = Value.text("object");
    return type.equals(object)
        || (type instanceof Sequence types && types.items().contains(object));
  }
}
