package io.plumbline.aws.kinds;

import static io.plumbline.testkit.golden.KindTables.cells;

import io.plumbline.kind.Dialect;
import io.plumbline.kind.Maker;
import io.plumbline.kind.ResourceKind;
import io.plumbline.testkit.golden.KindTables;
import io.plumbline.testkit.golden.PageSection;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Writes the part of AWS in {@code docs/support-matrix.md} from the declarations: run with
 * -Dgolden.update.
 */
class SupportMatrixTest {
  private static final Path PAGE = Path.of("../../../docs/support-matrix.md");

  private static final String FOLDED = "folded into what it belongs to";

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
                page.append(
                    KindTables.gaps(
                        kind,
                        List.of(Dialect.TERRAFORM, Dialect.CLOUDFORMATION, Dialect.AWS_API))));
    page.append(UNREAD);
    AwsKinds.ALL.stream()
        .filter(kind -> !kind.notRead().isEmpty())
        .forEach(kind -> page.append(cells(kind.id(), String.join("; ", kind.notRead()))));
    PageSection.check(PAGE, "aws", page.toString());
  }

  private static String row(ResourceKind kind) {
    return cells(
        kind.id(),
        kind.maker() == null
            ? KindTables.types(kind, Dialect.TERRAFORM, FOLDED)
            : made(kind.maker()),
        kind.maker() == null
            ? KindTables.types(kind, Dialect.CLOUDFORMATION, FOLDED)
            : made(kind.maker()),
        KindTables.reads(kind),
        Integer.toString(KindTables.leaves(kind.shape())),
        kind.notInSandbox() == null ? "deployed" : "schemas: " + kind.notInSandbox());
  }

  private static String made(Maker maker) {
    return "made by " + maker.kind() + ", read alone";
  }
}
