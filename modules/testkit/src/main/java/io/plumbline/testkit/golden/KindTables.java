package io.plumbline.testkit.golden;

import io.plumbline.kind.Attribute;
import io.plumbline.kind.Dialect;
import io.plumbline.kind.Document;
import io.plumbline.kind.Read;
import io.plumbline.kind.ResourceKind;
import io.plumbline.kind.Shape;
import io.plumbline.kind.Spelling;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What the support matrix says of kinds, as cells of its tables. */
public final class KindTables {
  private KindTables() {}

  /** A row of a table. */
  public static String cells(String... cells) {
    return "| " + String.join(" | ", cells) + " |\n";
  }

  /** As code. */
  public static String code(String text) {
    return "`" + text + "`";
  }

  /** What a dialect calls a kind; {@code otherwise} where it has no such thing. */
  public static String types(ResourceKind kind, Dialect dialect, String otherwise) {
    List<Document> documents = kind.documents(dialect);
    return documents.isEmpty()
        ? otherwise
        : documents.stream()
            .map(document -> code(document.type()))
            .collect(Collectors.joining(", "));
  }

  /** The operations that a kind is read by. */
  public static String reads(ResourceKind kind) {
    return kind.reads().values().stream()
        .map(Read::operation)
        .distinct()
        .map(KindTables::code)
        .collect(Collectors.joining(", "));
  }

  /** How many attributes a shape has, however deep. */
  public static int leaves(Shape shape) {
    return switch (shape) {
      case Shape.Struct struct ->
          struct.attributes().stream().mapToInt(each -> leaves(each.shape())).sum();
      case Shape.ListOf list -> leaves(list.item());
      case Shape.SetOf set -> leaves(set.item());
      case Shape.MapOf map -> 1;
      case Shape.Json json -> 1;
      case Shape.Leaf leaf -> 1;
      case Shape.Reference reference -> 1;
    };
  }

  /** What dialects cannot say of a kind: rows with its id, the attribute, the dialect and why. */
  public static String gaps(ResourceKind kind, List<Dialect> dialects) {
    StringBuilder rows = new StringBuilder();
    gaps("", kind.shape(), dialects)
        .forEach((place, why) -> rows.append(cells(kind.id(), place, why)));
    return rows.toString();
  }

  private static Map<String, String> gaps(String prefix, Shape shape, List<Dialect> dialects) {
    return switch (shape) {
      case Shape.Struct struct -> {
        Map<String, String> gaps = new LinkedHashMap<>();
        struct.attributes().forEach(each -> gaps.putAll(gaps(prefix, each, dialects)));
        yield gaps;
      }
      case Shape.ListOf list -> gaps(prefix, list.item(), dialects);
      case Shape.SetOf set -> gaps(prefix, set.item(), dialects);
      case Shape.MapOf map -> Map.of();
      case Shape.Json json -> Map.of();
      case Shape.Leaf leaf -> Map.of();
      case Shape.Reference reference -> Map.of();
    };
  }

  private static Map<String, String> gaps(
      String prefix, Attribute attribute, List<Dialect> dialects) {
    Map<String, String> gaps = new LinkedHashMap<>();
    for (Dialect dialect : dialects) {
      if (attribute.spelling(dialect) instanceof Spelling.Absent absent) {
        gaps.put(code(prefix + attribute.name()) + " | " + dialect.id(), absent.reason());
      }
    }
    gaps.putAll(gaps(prefix + attribute.name() + "/", attribute.shape(), dialects));
    return gaps;
  }
}
