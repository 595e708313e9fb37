package io.plumbline.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.aws.kinds.AwsKinds;
import io.plumbline.dsl.Surroundings;
import io.plumbline.graph.Resource;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.kind.ResourceKind;
import io.plumbline.model.Site;
import io.plumbline.model.Target;
import io.plumbline.policy.Policies;
import io.plumbline.synth.Plugins;
import io.plumbline.synth.Synthesis;
import io.plumbline.testkit.ManyPools;
import io.plumbline.value.Value;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PlacingTest {
  private static final Site SITE =
      new Site(
          "main",
          "aws",
          "cloudformation",
          Map.of("region", "us-east-1", "artefacts.bucket", "templates"),
          null);
  private static final Target TARGET = new Target("prod", "fleet", SITE);
  private static final Bounds SMALL = Bounds.resources(4, 6);

  private static ResourceGraph pools(int count) {
    Surroundings here =
        new Surroundings("prod", List.of(SITE), (name, values) -> Value.NULL, file -> file);
    return new Synthesis(
            new Plugins(PlacingTest.class.getClassLoader()),
            here,
            new Policies(List.of(), List.of(), LocalDate.EPOCH))
        .run(List.of(new ManyPools()), Map.of("many-pools", new ManyPools.Parameters(count)))
        .targets()
        .get(0)
        .graph();
  }

  private static Templates templates(
      ResourceGraph graph, Bounds bounds, Map<String, Integer> standing) {
    return Templates.of(CloudFormationFormat.legal(graph), TARGET, bounds, standing);
  }

  /** Stacks by logical id, as CloudFormation would list them. */
  private static Map<String, Integer> places(Templates templates) {
    Map<String, Integer> places = new TreeMap<>();
    Split split = templates.split();
    for (Resource each : split.graph().resources()) {
      if (each.isOurs()) {
        places.put(LogicalId.of(each), split.placement().of(each.address()));
      }
    }
    return places;
  }

  private static Map<String, Integer> places(ResourceGraph graph) {
    return places(templates(graph, SMALL, Map.of()));
  }

  private static ResourceKind kind(String id) {
    return AwsKinds.ALL.stream().filter(kind -> kind.id().equals(id)).findFirst().orElseThrow();
  }

  private static ResourceGraph graph(String... groups) {
    return new ResourceGraph(Stream.of(groups).map(PlacingTest::group).toList());
  }

  /** A security group: {@code "a"}, or {@code "a > b"}, which is made after {@code b}. */
  private static Resource group(String said) {
    List<String> addresses = List.of(said.split(" > "));
    String address = addresses.get(0);
    return Resource.of(
            address,
            kind("security-group"),
            Value.object("name", Value.text(address), "description", Value.text("d")),
            null)
        .withAfter(addresses.subList(1, addresses.size()));
  }

  @Test
  void movesNothingAsPoolsAreAppended() {
    Map<String, Integer> before = Map.of();
    for (int count : List.of(1, 10, 100, 300, 1_000)) {
      Map<String, Integer> places = places(templates(pools(count), Bounds.STANDARD, Map.of()));
      assertThat(places).containsAllEntriesOf(before);
      before = places;
    }
    assertThat(before.values()).contains(0, 1, 2);
  }

  /** One template grows beyond what a stack is filled to; what stands in it stays all the same. */
  @Test
  void movesNothingThatStandsAsOneTemplateGrowsOutOfItself() {
    Map<String, Integer> standing = Map.of();
    for (int count : List.of(150, 215, 240, 500)) {
      Templates templates = templates(pools(count), Bounds.STANDARD, standing);
      assertThat(Limits.problems(templates, TARGET)).isEmpty();
      assertThat(places(templates)).containsAllEntriesOf(standing);
      standing = places(templates);
    }
  }

  @Test
  void keepsComponentsTogether() {
    Split split = templates(pools(600), Bounds.STANDARD, Map.of()).split();
    Map<String, Integer> homes = new HashMap<>();
    for (Resource each : split.graph().resources()) {
      int stack = split.placement().of(each.address());
      assertThat(homes.putIfAbsent(Placing.component(each.address()), stack)).isIn(null, stack);
    }
  }

  @Test
  void fillsStacksInTheOrderOfTheDesign() {
    assertThat(places(graph("a", "b", "c", "d", "e")).values()).containsOnly(0);
    assertThat(places(graph("a", "b", "c", "d", "e", "f", "g")))
        .containsEntry("D", 0)
        .containsEntry("E", 1);
  }

  @Test
  void placesNothingBeforeWhatItNeeds() {
    assertThat(places(graph("hub > f", "a", "b", "c", "d", "e", "f")))
        .containsEntry("F", 0)
        .containsEntry("Hub", 0);
    assertThat(places(graph("a", "b", "c", "d", "e", "f", "b/late > f")))
        .containsEntry("F", 0)
        .containsEntry("B", 0)
        .containsEntry("BLate", 0)
        .containsEntry("C", 1);
  }

  @Test
  void keepsWhatStandsWhateverIsInsertedOrRemoved() {
    Map<String, Integer> standing = Map.of("A", 0, "B", 0, "C", 0, "D", 0, "E", 1, "F", 1, "G", 2);
    ResourceGraph changed =
        graph("new", "a", "c", "d", "e", "f", "g", "g/more", "other", "last > g");
    Templates templates = templates(changed, SMALL, standing);

    assertThat(places(templates))
        .containsEntry("A", 0)
        .containsEntry("E", 1)
        .containsEntry("G", 2)
        .containsEntry("New", 0)
        .containsEntry("GMore", 2)
        .containsEntry("Other", 1)
        .containsEntry("Last", 2);
  }

  @Test
  void placesWhatStandingThingsNeedBeforeThem() {
    Map<String, Integer> standing = Map.of("A", 0, "B", 0, "C", 0, "D", 0, "E", 1);
    assertThat(places(templates(graph("a > new", "b", "c", "d", "e", "f", "new"), SMALL, standing)))
        .containsEntry("New", 0)
        .containsEntry("F", 1);
  }

  @Test
  void takesWhatOthersNeedIntoRootBeyondWhatItIsFilledTo() {
    assertThat(places(graph("a", "b", "c", "d", "e", "f", "g > hub", "hub")))
        .containsEntry("Hub", 0)
        .containsEntry("G", 1);
  }

  @Test
  void refusesStacksThatNeedEachOther() {
    Map<String, Integer> standing = Map.of("A", 1, "B", 2, "C", 1, "D", 2);
    Templates templates = templates(graph("a > b", "b", "c", "d > c"), SMALL, standing);

    assertThat(Limits.problems(templates, TARGET))
        .singleElement()
        .hasToString(
            """
            PLB-CFN-009 error: Stacks would need each other
              prod/fleet/main: got nested stack 1, nested stack 2 in a circle; allowed: what stands\
             in one stack needs another stack only if that does not need it
              fix: undo the latest reference between them, or make a new component for what needs\
             both\
            """);
  }
}
