package io.plumbline.aws.kinds;

import io.plumbline.kind.Dialect;
import io.plumbline.testkit.KindLaws;
import io.plumbline.testkit.KindLaws.Sample;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/** What a kind writes into a dialect's documents, it reads out of them again. */
final class KindLawsTest {

  @Provide
  Arbitrary<Sample> resources() {
    return KindLaws.samples(AwsKinds.ALL);
  }

  @Property(tries = 800, shrinking = ShrinkingMode.BOUNDED, edgeCases = EdgeCasesMode.NONE)
  void readsBackWhatItWroteInTerraform(@ForAll("resources") Sample resource) {
    KindLaws.readsBackWhatItWrote(resource, Dialect.TERRAFORM);
  }

  @Property(tries = 800, shrinking = ShrinkingMode.BOUNDED, edgeCases = EdgeCasesMode.NONE)
  void readsBackWhatItWroteInCloudFormation(@ForAll("resources") Sample resource) {
    KindLaws.readsBackWhatItWrote(resource, Dialect.CLOUDFORMATION);
  }

  @Property(tries = 800, shrinking = ShrinkingMode.BOUNDED, edgeCases = EdgeCasesMode.NONE)
  void readsBackFromTheApiOnceReferencesAreResolved(@ForAll("resources") Sample resource) {
    KindLaws.readsBackWhatIsAnswered(resource, Dialect.AWS_API);
  }
}
