package io.plumbline.aws.kinds;

import io.plumbline.kind.Attribute;
import io.plumbline.kind.Dialect;
import io.plumbline.kind.Document;
import io.plumbline.kind.Maker;
import io.plumbline.kind.Read;
import io.plumbline.kind.ResourceKind;
import io.plumbline.kind.Shape;
import io.plumbline.kind.Spelling;
import io.plumbline.testkit.golden.PageSection;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Writes the part of AWS in {@code docs/support-matrix.md} from the declarations: run with
 * -Dgolden.update.
 */
class SupportMatrixTest {
  private static final Path PAGE = Path.of("../../../docs/support-matrix.md");

  private static final String HEAD =
      """
      ## AWS

      Every spelled path is looked up in the vendor's schema (`KindSchemasIT` in `modules/e2e`). A kind that is verified
      by `deployed` is deployed by both engines into the local sandbox, read back, compared with what was asked for and
      with what Terraform reads (`EnginesIT`). The sandbox has no kind that is verified by `schemas`: its documents are
      held by `terraform validate`, cfn-lint and the SDK's types alone. Nothing here was run against a real account.

      | kind | Terraform | CloudFormation | read by | attributes | verified |
      |---|---|---|---|---|---|
      """;

  private static final String GAPS =
      """

      ### What cannot be said or read

      An attribute that a design sets and an engine cannot say, or nobody can read, is in every drift report's coverage,
      with the reason; `--strict` counts it.

      | kind | attribute | where | why |
      |---|---|---|---|
      """;

  private static final String UNREAD =
      """

      ### Settings of these things that are not read

      AWS lets people set more on these things, or make more in them, than Plumbline asks for. A drift check sees none of
      what follows; its report lists it as not looked at.

      | kind | not read |
      |---|---|
      """;

  @Test
  void isTheOneCommitted() {
    StringBuilder page = new StringBuilder(HEAD);
    AwsKinds.ALL.forEach(kind -> page.append(row(kind)));
    page.append(GAPS);
    AwsKinds.ALL.stream()
        .filter(kind -> kind.maker() == null)
        .forEach(
            kind ->
                gaps("", kind.shape())
                    .forEach((place, why) -> page.append(cells(kind.id(), place, why))));
    page.append(UNREAD);
    AwsKinds.ALL.stream()
        .filter(kind -> !kind.notRead().isEmpty())
        .forEach(kind -> page.append(cells(kind.id(), String.join("; ", kind.notRead()))));
    PageSection.check(PAGE, "aws", page.toString());
  }

  private static String row(ResourceKind kind) {
    return cells(
        kind.id(),
        kind.maker() == null ? types(kind, Dialect.TERRAFORM) : made(kind.maker()),
        kind.maker() == null ? types(kind, Dialect.CLOUDFORMATION) : made(kind.maker()),
        kind.reads().values().stream()
            .map(Read::operation)
            .distinct()
            .map(SupportMatrixTest::code)
            .collect(Collectors.joining(", ")),
        Integer.toString(leaves(kind.shape())),
        kind.notInSandbox() == null ? "deployed" : "schemas: " + kind.notInSandbox());
  }

  private static String made(Maker maker) {
    return "made by " + maker.kind() + ", read alone";
  }

  private static String types(ResourceKind kind, Dialect dialect) {
    List<Document> documents = kind.documents(dialect);
    return documents.isEmpty()
        ? "folded into what it belongs to"
        : documents.stream()
            .map(document -> code(document.type()))
            .collect(Collectors.joining(", "));
  }

  private static String code(String text) {
    return "`" + text + "`";
  }

  private static String cells(String... cells) {
    return "| " + String.join(" | ", cells) + " |\n";
  }

  private static int leaves(Shape shape) {
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

  /** Reasons by attribute and dialect: two cells of a row. */
  private static Map<String, String> gaps(String prefix, Shape shape) {
    return switch (shape) {
      case Shape.Struct struct -> {
        Map<String, String> gaps = new LinkedHashMap<>();
        struct.attributes().forEach(each -> gaps.putAll(gaps(prefix, each)));
        yield gaps;
      }
      case Shape.ListOf list -> gaps(prefix, list.item());
      case Shape.SetOf set -> gaps(prefix, set.item());
      case Shape.MapOf map -> Map.of();
      case Shape.Json json -> Map.of();
      case Shape.Leaf leaf -> Map.of();
      case Shape.Reference reference -> Map.of();
    };
  }

  private static Map<String, String> gaps(String prefix, Attribute attribute) {
    Map<String, String> gaps = new LinkedHashMap<>();
    for (Dialect dialect : List.of(Dialect.TERRAFORM, Dialect.CLOUDFORMATION, Dialect.AWS_API)) {
      if (attribute.spelling(dialect) instanceof Spelling.Absent absent) {
        gaps.put(code(prefix + attribute.name()) + " | " + dialect.id(), absent.reason());
      }
    }
    gaps.putAll(gaps(prefix + attribute.name() + "/", attribute.shape()));
    return gaps;
  }
}
