package io.plumbline.aws.lower;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.aws.AwsProvider;
import io.plumbline.diagnostic.Diagnostic;
import io.plumbline.dsl.Blueprint;
import io.plumbline.dsl.Stack;
import io.plumbline.dsl.Surroundings;
import io.plumbline.graph.GraphJson;
import io.plumbline.graph.Resource;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.model.Design;
import io.plumbline.testkit.Describing;
import io.plumbline.testkit.ManyPools;
import io.plumbline.testkit.RandomFleet;
import io.plumbline.value.References;
import io.plumbline.value.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** What holds for every valid design. */
final class RandomFleetTest {
  private static final AwsProvider AWS = new AwsProvider();

  @Property(tries = 50)
  void everyReferenceLeadsToAnOutputThatTheKindHas(@ForAll long seed) {
    ResourceGraph graph = fleet(seed);
    for (Resource resource : graph.resources()) {
      References.forEach(
          resource.attributes(),
          ref ->
              assertThat(graph.get(ref.resource()).kind().outputs())
                  .as(ref.toString())
                  .contains(ref.output()));
    }
  }

  @Property(tries = 50)
  void noTwoResourcesOfAKindShareALiveName(@ForAll long seed) {
    Set<String> names = new HashSet<>();
    for (Resource resource : fleet(seed).resources()) {
      String attribute = resource.kind().name();
      if (attribute != null && resource.attributes().has(attribute)) {
        Value name = resource.attributes().get(attribute);
        assertThat(names.add(resource.kind().id() + name)).as(resource.address()).isTrue();
      }
    }
  }

  @Property(tries = 20)
  void theSameDesignIsLoweredToTheSameGraph(@ForAll long seed) {
    assertThat(GraphJson.write(fleet(seed))).isEqualTo(GraphJson.write(fleet(seed)));
  }

  @Test
  void lowersManyPoolsEachToATemplateAndAGroup() {
    assertThat(lower(new ManyPools(), new ManyPools.Parameters(100)).resources())
        .filteredOn(r -> r.address().startsWith("pool-"))
        .hasSize(200);
  }

  private static ResourceGraph fleet(long seed) {
    return lower(new RandomFleet(), new RandomFleet.Parameters(seed, 3));
  }

  private static <P extends Record> ResourceGraph lower(Stack<P> stack, P parameters) {
    var surroundings =
        new Surroundings(
            "test", List.of(Describing.AWS), (name, variables) -> Value.text(name), path -> path);
    Design design = Blueprint.describe(stack, parameters, surroundings);
    assertThat(design.problems()).filteredOn(Diagnostic::isError).isEmpty();
    assertThat(AWS.validate(design, Describing.TARGET)).filteredOn(Diagnostic::isError).isEmpty();
    return AWS.lower(design, Describing.TARGET);
  }
}
