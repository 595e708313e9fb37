package io.plumbline.onprem.kinds;

import io.plumbline.kind.Dialect;
import io.plumbline.kind.ResourceKind;
import io.plumbline.testkit.KindLaws;
import io.plumbline.testkit.KindLaws.Sample;
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
  Arbitrary<Sample> inTerraform() {
    return KindLaws.samples(written(Dialect.TERRAFORM));
  }

  @Provide
  Arbitrary<Sample> inAnsible() {
    return KindLaws.samples(written(Dialect.ANSIBLE));
  }

  @Provide
  Arbitrary<Sample> read() {
    return KindLaws.samples(
        OnPremKinds.ALL.stream().filter(kind -> kind.reads().containsKey("")).toList());
  }

  private static List<ResourceKind> written(Dialect dialect) {
    return OnPremKinds.ALL.stream().filter(kind -> !kind.documents(dialect).isEmpty()).toList();
  }

  @Property(tries = 400, shrinking = ShrinkingMode.BOUNDED, edgeCases = EdgeCasesMode.NONE)
  void readsBackWhatItWroteInTerraform(@ForAll("inTerraform") Sample resource) {
    KindLaws.readsBackWhatItWrote(resource, Dialect.TERRAFORM);
  }

  @Property(tries = 400, shrinking = ShrinkingMode.BOUNDED, edgeCases = EdgeCasesMode.NONE)
  void readsBackWhatItWroteInAnsible(@ForAll("inAnsible") Sample resource) {
    KindLaws.readsBackWhatItWrote(resource, Dialect.ANSIBLE);
  }

  @Property(tries = 400, shrinking = ShrinkingMode.BOUNDED, edgeCases = EdgeCasesMode.NONE)
  void readsBackWhatIsAnswered(@ForAll("read") Sample resource) {
    KindLaws.readsBackWhatIsAnswered(resource, Dialect.DATA_CENTRE);
  }
}
