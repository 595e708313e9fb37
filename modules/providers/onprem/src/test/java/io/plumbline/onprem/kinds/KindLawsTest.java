package io.plumbline.onprem.kinds;

import io.plumbline.kind.Dialect;
import io.plumbline.kind.ResourceKind;
import io.plumbline.testkit.ReadBack;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/** What a kind writes into a dialect's documents, it reads out of them again. */
final class KindLawsTest {

  @Provide
  Arbitrary<ReadBack.Sample> inTerraform() {
    return ReadBack.of(written(Dialect.TERRAFORM));
  }

  @Provide
  Arbitrary<ReadBack.Sample> inAnsible() {
    return ReadBack.of(written(Dialect.ANSIBLE));
  }

  @Provide
  Arbitrary<ReadBack.Sample> read() {
    return ReadBack.of(
        OnPremKinds.ALL.stream().filter(kind -> kind.reads().containsKey("")).toList());
  }

  private static List<ResourceKind> written(Dialect dialect) {
    return OnPremKinds.ALL.stream().filter(kind -> !kind.documents(dialect).isEmpty()).toList();
  }

  @Property(tries = 400, shrinking = ShrinkingMode.BOUNDED, edgeCases = EdgeCasesMode.NONE)
  void readsBackWhatItWroteInTerraform(@ForAll("inTerraform") ReadBack.Sample resource) {
    ReadBack.holdsWritten(resource, Dialect.TERRAFORM);
  }

  @Property(tries = 400, shrinking = ShrinkingMode.BOUNDED, edgeCases = EdgeCasesMode.NONE)
  void readsBackWhatItWroteInAnsible(@ForAll("inAnsible") ReadBack.Sample resource) {
    ReadBack.holdsWritten(resource, Dialect.ANSIBLE);
  }

  @Property(tries = 400, shrinking = ShrinkingMode.BOUNDED, edgeCases = EdgeCasesMode.NONE)
  void readsBackWhatIsAnswered(@ForAll("read") ReadBack.Sample resource) {
    ReadBack.holdsLive(resource, Dialect.DATA_CENTRE);
  }
}
