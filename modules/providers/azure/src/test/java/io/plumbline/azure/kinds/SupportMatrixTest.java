package io.plumbline.azure.kinds;

import static io.plumbline.testkit.golden.KindTables.cells;

import io.plumbline.azure.AzureProvider;
import io.plumbline.kind.Dialect;
import io.plumbline.kind.ResourceKind;
import io.plumbline.model.Design;
import io.plumbline.model.Target;
import io.plumbline.testkit.AzureFleet;
import io.plumbline.testkit.AzureStores;
import io.plumbline.testkit.RandomAzure;
import io.plumbline.testkit.golden.KindTables;
import io.plumbline.testkit.golden.PageSection;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Writes the part of Azure in {@code docs/support-matrix.md} from the declarations: run with
 * -Dgolden.update.
 */
final class SupportMatrixTest {
  private static final Path PAGE = Path.of("../../../docs/support-matrix.md");

  private static final String HEAD =
      """
      ## Azure

      **Verified against schemas and a stand-in, not on a live account.** There is no emulator of Azure; templates and
      configurations go through checkers of the vendors' schemas (`ci/conformance`), what is read is held against the
      SDK's types (`ClosedWorldTest` in `modules/live/azure`), and both formats decode to one graph (`SameGraphTest` in
      `modules/e2e`). A kind that is verified by `designs` stands in designs of the tests, made by hand or by chance, of
      which all that is written goes through those checkers; one that is verified by `schemas` stands in none of them. The
      SDK's type for managed Lustre cannot be had everywhere: what is read of it is held by the stand-in's own documents
      alone. What a template folds into another thing has its type all the same.

      | kind | ARM | Terraform | read by | attributes | verified |
      |---|---|---|---|---|---|
      """;

  private static final String GAPS =
      """

      ### What cannot be said or read of Azure

      | kind | attribute | where | why |
      |---|---|---|---|
      """;

  private static final String UNREAD =
      """

      ### Settings of Azure's things that are not read

      A drift check sees none of what follows; its report lists it as not looked at.

      | kind | not read |
      |---|---|
      """;

  @Test
  void isTheOneCommitted() {
    Set<String> designed = designed();
    StringBuilder page = new StringBuilder(HEAD);
    AzureKinds.ALL.forEach(kind -> page.append(row(kind, designed)));
    page.append(GAPS);
    List<Dialect> dialects = List.of(Arm.ARM, Dialect.TERRAFORM, Arm.API);
    AzureKinds.ALL.forEach(kind -> page.append(KindTables.gaps(kind, dialects)));
    page.append(UNREAD);
    AzureKinds.ALL.stream()
        .filter(kind -> !kind.notRead().isEmpty())
        .forEach(kind -> page.append(cells(kind.id(), String.join("; ", kind.notRead()))));
    PageSection.check(PAGE, "azure", page.toString());
  }

  private static String row(ResourceKind kind, Set<String> designed) {
    String referredTo = kind.notInSandbox();
    return cells(
        kind.id(),
        KindTables.types(kind, Arm.ARM, "not"),
        KindTables.types(kind, Dialect.TERRAFORM, "not"),
        KindTables.reads(kind),
        Integer.toString(KindTables.leaves(kind.shape())),
        designed.contains(kind.id())
            ? "designs"
            : referredTo == null ? "schemas" : "schemas: " + referredTo);
  }

  /** The kinds that components become in designs of the tests. */
  private static Set<String> designed() {
    Set<String> designed = new TreeSet<>();
    designed.addAll(kinds(AzureFleet.design(), AzureFleet.TARGET));
    designed.addAll(kinds(AzureStores.design(), AzureStores.TARGET));
    for (long seed = 0; seed < 20; seed++) {
      designed.addAll(kinds(RandomAzure.design(AzureStores.SITE, seed, 3), AzureStores.TARGET));
    }
    return designed;
  }

  private static List<String> kinds(Design design, Target target) {
    return new AzureProvider()
        .lower(design, target).resources().stream()
            .filter(resource -> resource.isOurs())
            .map(resource -> resource.kind().id())
            .toList();
  }
}
