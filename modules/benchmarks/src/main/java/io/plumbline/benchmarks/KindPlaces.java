package io.plumbline.benchmarks;

import static io.plumbline.kind.Dialect.CLOUDFORMATION;
import static io.plumbline.kind.Dialect.TERRAFORM;

import io.plumbline.aws.kinds.AwsKinds;
import io.plumbline.kind.Attribute;
import io.plumbline.kind.Attributes;
import io.plumbline.kind.Dialect;
import io.plumbline.kind.Document;
import io.plumbline.kind.Lens;
import io.plumbline.kind.ResourceKind;
import io.plumbline.kind.Shape;
import io.plumbline.testkit.Paths;
import io.plumbline.testkit.Samples;
import io.plumbline.value.JsonWriter;
import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Prints, as JSON, which attribute of which kind each place of a CloudFormation type is, and where
 * Terraform has that: what a benchmark of recall that knows the vendor's places alone holds
 * findings against.
 */
public final class KindPlaces {
  private static final String ITEM = "[]";

  private KindPlaces() {}

  public static void main(String[] arguments) {
    System.out.println(JsonWriter.pretty(all()));
  }

  /**
   * Of all kinds: the types of their documents by name, the attributes by place, and the innermost
   * places in Terraform by attribute.
   */
  static Value.Sequence all() {
    return Value.list(AwsKinds.ALL.stream().map(KindPlaces::kind).toList());
  }

  private static Value kind(ResourceKind kind) {
    Map<String, TreeSet<String>> attributes = new TreeMap<>();
    Map<String, Value> inTerraform = new TreeMap<>();
    for (Attribute each : kind.shape().attributes()) {
      for (Leaf leaf : leaves(each.shape())) {
        String path = leaf.path().isEmpty() ? each.name() : each.name() + "/" + leaf.path();
        Obj alone = Value.object(each.name(), leaf.value());
        places(kind, alone, CLOUDFORMATION)
            .forEach(place -> attributes.computeIfAbsent(place, p -> new TreeSet<>()).add(path));
        inTerraform.put(path, texts(innermost(places(kind, alone, TERRAFORM))));
      }
    }
    Map<String, Value> written = new LinkedHashMap<>();
    Paths.writtenBy(kind, CLOUDFORMATION)
        .forEach(
            place -> written.put(place, texts(attributes.getOrDefault(place, new TreeSet<>()))));
    return Value.object(
        "kind", Value.text(kind.id()),
        "types", types(kind, CLOUDFORMATION),
        "places", new Obj(written),
        "notInSandbox", Value.text(Objects.requireNonNullElse(kind.notInSandbox(), "")),
        "terraformTypes", types(kind, TERRAFORM),
        "terraformPlaces", new Obj(inTerraform));
  }

  private static Value types(ResourceKind kind, Dialect dialect) {
    Map<String, Value> types = new LinkedHashMap<>();
    for (Document document : kind.documents(dialect)) {
      types.put(document.name(), Value.text(document.type()));
    }
    return new Obj(types);
  }

  /** Where an attribute alone stands; nowhere, where it says nothing without others. */
  private static Set<String> places(ResourceKind kind, Obj alone, Dialect dialect) {
    try {
      return Paths.of(Lens.encode(kind.shape(), alone, dialect));
    } catch (RuntimeException impossible) {
      return Set.of();
    }
  }

  /** Without those that others stand in. */
  private static List<String> innermost(Set<String> places) {
    return places.stream()
        .filter(place -> places.stream().noneMatch(other -> other.startsWith(place + "/")))
        .toList();
  }

  private static Value texts(Collection<String> texts) {
    return Value.list(texts.stream().map(Value::text).toList());
  }

  /**
   * One leaf of a shape in all that it stands in.
   *
   * @param path of members; for the key or index of an item it has {@link #ITEM}
   */
  private record Leaf(String path, Value value) {}

  private static List<Leaf> leaves(Shape shape) {
    return switch (shape) {
      case Shape.Struct struct -> {
        List<Leaf> all = new ArrayList<>();
        for (Attribute each : struct.attributes()) {
          for (Leaf inner : leaves(each.shape())) {
            String path = inner.path().isEmpty() ? each.name() : each.name() + "/" + inner.path();
            all.add(new Leaf(path, Value.object(each.name(), inner.value())));
          }
        }
        yield all;
      }
      case Shape.ListOf list -> inAList(list.item());
      case Shape.SetOf set -> inAList(set.item());
      case Shape.Leaf other -> alone(other);
      case Shape.Reference other -> alone(other);
      case Shape.MapOf other -> alone(other);
      case Shape.Json other -> alone(other);
    };
  }

  private static List<Leaf> inAList(Shape item) {
    return leaves(item).stream()
        .map(
            leaf ->
                new Leaf(
                    leaf.path().isEmpty() ? ITEM : ITEM + "/" + leaf.path(),
                    Value.list(leaf.value())))
        .toList();
  }

  private static List<Leaf> alone(Shape shape) {
    Attribute attribute = Attributes.one("x", shape);
    return List.of(new Leaf("", Samples.full(new Shape.Struct(List.of(attribute))).get("x")));
  }
}
