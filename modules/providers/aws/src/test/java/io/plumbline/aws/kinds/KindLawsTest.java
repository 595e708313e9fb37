package io.plumbline.aws.kinds;

import io.plumbline.kind.Dialect;
<<<<<<< HEAD
import io.plumbline.testkit.KindLaws;
import io.plumbline.testkit.KindLaws.Sample;
=======
import io.plumbline.testkit.ReadBack;
>>>>>>> dcrest
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/** What a kind writes into a dialect's documents, it reads out of them again. */
final class KindLawsTest {

  @Provide
<<<<<<< HEAD
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
=======
  Arbitrary<ReadBack.Sample> resources() {
    return ReadBack.of(AwsKinds.ALL);
  }

  @Property(tries = 800, shrinking = ShrinkingMode.BOUNDED, edgeCases = EdgeCasesMode.NONE)
  void readsBackWhatItWroteInTerraform(@ForAll("resources") ReadBack.Sample resource) {
    ReadBack.holdsWritten(resource, Dialect.TERRAFORM);
  }

  @Property(tries = 800, shrinking = ShrinkingMode.BOUNDED, edgeCases = EdgeCasesMode.NONE)
  void readsBackWhatItWroteInCloudFormation(@ForAll("resources") ReadBack.Sample resource) {
    ReadBack.holdsWritten(resource, Dialect.CLOUDFORMATION);
  }

  @Property(tries = 800, shrinking = ShrinkingMode.BOUNDED, edgeCases = EdgeCasesMode.NONE)
  void readsBackFromTheApiOnceReferencesAreResolved(@ForAll("resources") ReadBack.Sample resource) {
    ReadBack.holdsLive(resource, Dialect.AWS_API);
>>>>>>> dcrest
  }
}
