package io.plumbline.run;

import static io.plumbline.run.FakeProvider.target;
import static io.plumbline.run.FakeProvider.thing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.plumbline.diagnostic.InvalidInputException;
import io.plumbline.drift.DriftReport;
import io.plumbline.drift.Finding;
import io.plumbline.drift.Rules;
import io.plumbline.graph.Band;
import io.plumbline.graph.Lookup;
import io.plumbline.graph.Resource;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.model.Site;
import io.plumbline.model.Target;
import io.plumbline.spi.Engine.Action;
import io.plumbline.spi.Engine.Change;
import io.plumbline.spi.EngineException;
import io.plumbline.state.Release;
import io.plumbline.synth.DeployOrder;
import io.plumbline.synth.Plugins;
import io.plumbline.synth.TargetGraph;
import io.plumbline.value.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Plan, deploy, verify and destroy, with a provider and an engine that are plain files. */
final class RunTest {
  private static final Target FLEET = target("sandbox", "fleet", "one");
  private static final Rules RULES = Rules.none(LocalDate.of(2026, 11, 22));

  @TempDir Path home;
  private final FakeProvider provider = new FakeProvider();
  private final FakeEngine engine = new FakeEngine("one", "1.0");
  private Plugins plugins;
  private Workshop shop;

  @BeforeEach
  void openTheShop() {
    plugins = Plugins.of(provider, engine, new FakeEngine("two", "1.0"), new FakeFormat());
    shop = shop("sandbox", false);
  }

  private Workshop shop(List<Site> sites) {
    return new Workshop("sandbox", sites, new Project(home), plugins, line -> {}, false);
  }

  private Workshop shop(String environment, boolean allowLocal) {
    return new Workshop(environment, List.of(), new Project(home), plugins, line -> {}, allowLocal);
  }

  private static TargetGraph wanted(Resource... resources) {
    return new TargetGraph(FLEET, new ResourceGraph(List.of(resources)));
  }

  private List<TargetPlan> plan(TargetGraph... wanted) {
    return shop.planner().plan(List.of(wanted), Protection.FULL);
  }

  private List<TargetPlan> deploy(TargetGraph... wanted) {
    List<TargetPlan> plans = plan(wanted);
    shop.deployer().deploy(plans);
    return plans;
  }

  private Release release() {
    return shop.stores().releases(FLEET.site()).find(FLEET);
  }

  /** Makes the live environment what the fake engine would have made of it. */
  private void liveIs(Resource... resources) {
    provider.things.clear();
    for (Resource each : resources) {
      Value.Obj attributes = each.attributes();
      provider.things.add(
          Value.object(
              "Name", attributes.get("name"),
              "Shape", attributes.get("shape"),
              "Size", attributes.get("size")));
    }
  }

  @Test
  void looksAfterNothingAtASiteThatIsGone() {
    deploy(wanted(thing("a", "round", 1)));
    Site other = FLEET.site().named("elsewhere");
    Deployed deployed = new Deployed("sandbox", List.of(other), shop.stores());
    assertThatThrownBy(() -> deployed.entries(List.of()))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("PLB-RUN-053")
        .hasMessageContaining("fleet is deployed at site main");
    assertThat(deployed.entries(List.of("another"))).isEmpty();
  }

  @Test
  void leavesARecordAndPlansNothingTheSecondTime() {
    deploy(wanted(thing("a", "round", 1)));
    assertThat(release().finished()).isTrue();
    assertThat(release().outputs()).containsEntry("a", "id-a");
    assertThat(release().artefacts()).containsOnlyKeys("fake-format/main.json");
    assertThat(plan(wanted(thing("a", "round", 1))).get(0).isEmpty()).isTrue();
    assertThat(plan(wanted(thing("a", "round", 2))).get(0).changes())
        .singleElement()
        .satisfies(change -> assertThat(change.action()).isEqualTo(Action.UPDATE));
  }

  @Test
  void verifiesWhatWasDeployedAndRecordsLiveIds() {
    List<TargetPlan> plans = deploy(wanted(thing("a", "round", 1)));
    liveIs(thing("a", "round", 1));
    DriftReport report =
        shop.drift(false, List.of("sandbox"), List.of(FLEET.site()))
            .verify("sandbox", plans, RULES);
    assertThat(report.verdict()).isEqualTo(DriftReport.Verdict.IN_SYNC);
    assertThat(release().liveIds()).containsEntry("a", "live-a");
  }

  @Test
  void measuresDriftAgainstTheReleaseAndTodaysJavaAsPending() {
    deploy(wanted(thing("a", "round", 1)));
    liveIs(thing("a", "round", 1));
    ResourceGraph today = wanted(thing("a", "round", 2)).graph();
    var question = new Drift.Question(FLEET, today);
    DriftReport report =
        shop.drift(false, List.of("sandbox"), List.of(FLEET.site()))
            .check("sandbox", List.of(question), RULES);
    assertThat(report.verdict()).isEqualTo(DriftReport.Verdict.IN_SYNC);
    assertThat(report.pending()).singleElement().extracting("attribute").isEqualTo("size");
    liveIs(thing("a", "round", 2));
    assertThat(
            shop.drift(false, List.of("sandbox"), List.of(FLEET.site()))
                .check("sandbox", List.of(question), RULES)
                .verdict())
        .isEqualTo(DriftReport.Verdict.DRIFT);
  }

  /** Whoever notes a machine as in repair waits for no deploy until checks leave it alone. */
  @Test
  void expectsNothingOfWhatIsInRepairTodayAndSaysSo() {
    deploy(wanted(thing("a", "round", 1), thing("b", "round", 1)));
    liveIs(thing("a", "round", 1));
    Resource whole = thing("a", "round", 1);
    DriftReport without = check(new ResourceGraph(List.of(whole)));
    assertThat(without.findings()).hasSize(1);
    DriftReport report = check(new ResourceGraph(List.of(whole), Map.of("b", "in repair by x:3")));
    assertThat(report.verdict()).isEqualTo(DriftReport.Verdict.IN_SYNC);
    assertThat(report.against().get(0)).endsWith(", without b (in repair by x:3)");
    assertThat(report.pending()).isEmpty();
  }

  private DriftReport check(ResourceGraph today) {
    return shop.drift(false, List.of("sandbox"), List.of(FLEET.site()))
        .check("sandbox", List.of(new Drift.Question(FLEET, today)), RULES);
  }

  @Test
  void plansWhatStandsOnAnotherStackOnceThatIsDeployed() {
    Target ground = target("sandbox", "ground", "one");
    TargetGraph base = new TargetGraph(ground, wanted(thing("a", "round", 1)).graph());
    TargetGraph top =
        wanted(
            Resource.existing(
                "ground:a", FakeProvider.KIND, new Lookup.OfStack("ground", "a", "live-a"), null),
            thing("b", "flat", 1));
    List<TargetPlan> plans = plan(base, top);
    assertThat(plans.get(0).waitsFor()).isNull();
    assertThat(plans.get(1).waitsFor().stack()).isEqualTo("ground");
    assertThat(plans.get(1).changes())
        .extracting(Change::address, Change::action)
        .containsExactly(tuple("b", Action.CREATE));
    assertThatThrownBy(
            () ->
                shop.planFiles().write(home.resolve("p"), "sandbox", "me", plans, Protection.FULL))
        .hasMessageContaining("PLB-RUN-052");
    liveIs(thing("a", "round", 1));
    shop.deployer().deploy(plans);
    assertThat(release().finished()).isTrue();
    assertThat(plan(base, top)).allMatch(TargetPlan::isEmpty);
    assertThat(
            new Deployed("sandbox", List.of(FLEET.site()), shop.stores())
                .survivors(List.of(), Protection.FULL))
        .extracting(each -> each.target().stack())
        .containsExactly("fleet", "ground");
  }

  /** {@code fleet} at {@code west}, told what it has at {@code main}. */
  private TargetGraph west(Resource... own) {
    List<Resource> all = new ArrayList<>(List.of(own));
    all.add(
        Resource.existing(
            "a",
            FakeProvider.KIND,
            new Lookup.OfSite("main", FakeProvider.ID, new Lookup.OfStack("fleet", "a", "live-a")),
            null));
    Site west = new Site("west", FakeProvider.ID, "two", Map.of(), null);
    return new TargetGraph(new Target("sandbox", "fleet", west), new ResourceGraph(all));
  }

  private static Resource telling(String output) {
    Resource b = thing("b", "flat", 1);
    return b.withAttributes(
        Value.object(
            "name", Value.text("live-b"), "shape", Value.ref("a", output), "size", Value.whole(1)));
  }

  @Test
  void tellsOneSiteWhatAnotherHasMade() {
    TargetGraph there = wanted(thing("a", "round", 1));
    TargetGraph west = west(telling("id"));
    shop = shop(List.of(FLEET.site(), west.target().site()));
    assertThat(DeployOrder.sort(List.of(west, there), TargetGraph::target, TargetGraph::graph))
        .containsExactly(there, west);

    List<TargetPlan> plans = plan(there, west);
    assertThat(plans.get(1).waitsFor()).isEqualTo(FLEET);
    liveIs(thing("a", "round", 1));
    shop.deployer().deploy(plans);
    List<TargetPlan> again = plan(there, west);
    assertThat(again).allMatch(TargetPlan::isEmpty);
    assertThat(again.get(1).workspace().inputs()).containsEntry("a", "live-a");

    Drift drift = shop.drift(false, List.of("sandbox"), List.of());
    var question = new Drift.Question(west.target(), west.graph());
    liveIs(thing("a", "round", 1), thing("b", "live-a", 1));
    assertThat(drift.check("sandbox", List.of(question), RULES).findings()).isEmpty();
    liveIs(thing("a", "round", 1), thing("b", "another", 1));
    assertThat(drift.check("sandbox", List.of(question), RULES).findings())
        .singleElement()
        .isInstanceOfSatisfying(
            Finding.Changed.class,
            changed -> assertThat(changed.desired()).isEqualTo(Value.text("live-a")));
  }

  @Test
  void leavesOpenWhatASiteThatIsNotThereWouldTell() {
    TargetGraph west = west(telling("id"));
    liveIs(thing("b", "live-a", 1));
    DriftReport report =
        shop.drift(false, List.of("sandbox"), List.of())
            .check("sandbox", List.of(new Drift.Question(west.target(), west.graph())), RULES);
    assertThat(report.findings())
        .isNotEmpty()
        .allMatch(Finding.Undetermined.class::isInstance)
        .anyMatch(each -> each.toString().contains("the environment has no site main"));
    assertThat(report.verdict()).isEqualTo(DriftReport.Verdict.INCOMPLETE);
  }

  @Test
  void findsSitesOfWhichEachWaitsForTheOther() {
    TargetGraph west = west(telling("id"));
    Resource back =
        Resource.existing(
            "b",
            FakeProvider.KIND,
            new Lookup.OfSite("west", FakeProvider.ID, new Lookup.OfStack("fleet", "b", "live-b")),
            null);
    TargetGraph here = wanted(thing("a", "round", 1), back);
    Map<Target, ResourceGraph> graphs = new LinkedHashMap<>();
    graphs.put(here.target(), here.graph());
    graphs.put(west.target(), west.graph());
    assertThat(DeployOrder.circle(graphs))
        .containsExactly(here.target(), west.target(), here.target());
    graphs.remove(west.target());
    assertThat(DeployOrder.circle(graphs)).isEmpty();
  }

  /** Plans of a stack and of one that stands on it, which has {@code top} already. */
  private List<TargetPlan> planOnChangedGround(Resource before, Resource... after) {
    Target ground = target("sandbox", "ground", "one");
    Resource below =
        Resource.existing(
            "ground:a", FakeProvider.KIND, new Lookup.OfStack("ground", "a", "live-a"), null);
    TargetGraph base = new TargetGraph(ground, wanted(thing("a", "round", 1)).graph());
    liveIs(thing("a", "round", 1));
    deploy(base, wanted(below, before));
    List<Resource> top = new ArrayList<>(List.of(below));
    top.addAll(List.of(after));
    return plan(
        new TargetGraph(ground, wanted(thing("a", "round", 2), thing("c", "round", 1)).graph()),
        wanted(
            Stream.concat(
                    Stream.of(
                        Resource.existing(
                            "ground:c",
                            FakeProvider.KIND,
                            new Lookup.OfStack("ground", "c", "live-c"),
                            null)),
                    top.stream())
                .toArray(Resource[]::new)));
  }

  @Test
  void watchesWhatTheEngineLetGoOfUntilNothingIsSeenOfIt() {
    deploy(wanted(thing("a", "round", 1)));
    engine.forgets = true;
    List<TargetPlan> plans = deploy(wanted());
    assertThat(release().watched()).containsExactly("thing");

    provider.blind = true;
    shop.drift(false, List.of("sandbox"), List.of(FLEET.site())).verify("sandbox", plans, RULES);
    assertThat(release().watched()).containsExactly("thing");

    provider.blind = false;
    shop.drift(false, List.of("sandbox"), List.of(FLEET.site())).verify("sandbox", plans, RULES);
    assertThat(release()).isNull();
  }

  @Test
  void watchesKindsThatTheDesignHasNoMore() {
    Resource vault =
        Resource.of("v", FakeProvider.VAULT, Value.object("name", Value.text("live-v")), null)
            .withKeep(false);
    deploy(wanted(thing("a", "round", 1), vault));
    assertThat(release().watched()).isEmpty();
    deploy(wanted(thing("a", "round", 1)));
    assertThat(release().watched()).containsExactly("vault");
    deploy(wanted(thing("a", "round", 2)));
    assertThat(release().watched()).containsExactly("vault");
    deploy(wanted());
    assertThat(release().watched()).containsExactly("vault");
  }

  @Test
  void refusesLossesThatThePlanDidNotSayAndDoesThemOncePlanned() {
    List<TargetPlan> plans = planOnChangedGround(thing("b", "flat", 1), thing("b", "flat", 2));
    assertThat(plans.get(1).waitsFor().stack()).isEqualTo("ground");
    liveIs(thing("a", "round", 2), thing("c", "round", 1));
    engine.strays.add(new Change(Action.DELETE, "b/part", "fake_thing", List.of()));

    assertThatThrownBy(() -> shop.deployer().deploy(plans))
        .hasMessageContaining("it would now delete b/part, which the plan did not say. Plan again")
        .hasMessageContaining("done: sandbox/ground/main");

    assertThat(release().graph().get("b").attributes().get("size")).isEqualTo(Value.whole(1));
  }

  @Test
  void keepsWhatWasReleasedReleasedWhenItPlansAnew() {
    Target ground = target("sandbox", "ground", "one");
    Resource below =
        Resource.existing(
            "ground:a", FakeProvider.KIND, new Lookup.OfStack("ground", "a", "live-a"), null);
    Resource vault =
        Resource.of("v", FakeProvider.VAULT, Value.object("name", Value.text("live-v")), null);
    liveIs(thing("a", "round", 1));
    deploy(new TargetGraph(ground, wanted(thing("a", "round", 1)).graph()), wanted(below, vault));
    Resource next =
        Resource.existing(
            "ground:c", FakeProvider.KIND, new Lookup.OfStack("ground", "c", "live-c"), null);
    TargetGraph more =
        new TargetGraph(ground, wanted(thing("a", "round", 1), thing("c", "round", 1)).graph());
    List<TargetPlan> plans =
        shop.planner().plan(List.of(more, wanted(next, below)), new Protection(Set.of("v")));
    assertThat(plans.get(1).waitsFor()).isEqualTo(ground);
    liveIs(thing("a", "round", 1), thing("c", "round", 1));

    shop.deployer().deploy(plans);

    assertThat(release().finished()).isTrue();
    assertThat(release().graph().find("v")).isNull();
  }

  @Test
  void leavesToItselfWhatItWasAllowedToDelete() {
    List<TargetPlan> plans = planOnChangedGround(thing("b", "flat", 1));
    assertThat(plans.get(1).changes())
        .extracting(Change::address, Change::action)
        .containsExactly(tuple("b", Action.DELETE));
    liveIs(thing("a", "round", 2), thing("c", "round", 1));
    engine.forgets = true;

    shop.deployer().deploy(plans);

    assertThat(release().finished()).isTrue();
  }

  private String artefact() throws IOException {
    return Files.readString(
        new WorkFolder(new Project(home), FLEET).directory().resolve("fake-format/main.json"));
  }

  @Test
  void writesOnceWhatAnotherControllerMovesAndTheDesignSaysAnew() throws IOException {
    Band band = new Band(1, 9, "autoscaler");
    deploy(wanted(thing("a", "round", 1).withBand("size", band)));
    deploy(wanted(thing("a", "round", 1).withBand("size", band)));
    assertThat(artefact()).contains("autoscaler");

    TargetGraph larger = wanted(thing("a", "round", 5).withBand("size", band));
    List<TargetPlan> plans = plan(larger);
    engine.dies = true;
    assertThatThrownBy(() -> shop.deployer().deploy(plans)).hasMessage("it died");
    engine.dies = false;
    deploy(larger);
    assertThat(artefact()).doesNotContain("autoscaler");
    assertThat(release().graph().get("a").bands()).containsEntry("size", band);

    deploy(larger);
    assertThat(artefact()).contains("autoscaler");
  }

  @Test
  void saysThatTheStackBelowIsToBeDeployedFirst() {
    TargetGraph top =
        wanted(
            Resource.existing(
                "ground:a", FakeProvider.KIND, new Lookup.OfStack("ground", "a", "live-a"), null));
    assertThatThrownBy(() -> plan(top))
        .hasMessageContaining("PLB-RUN-016")
        .hasMessageContaining("a of stack ground")
        .hasMessageContaining("deploy stack ground first");
  }

  @Test
  void recordsAFailureAndSaysWhatIsDone() {
    Target broken = target("sandbox", "broken", "one");
    Target never = target("sandbox", "never", "one");
    ResourceGraph graph = wanted(thing("a", "round", 1)).graph();
    List<TargetPlan> plans =
        plan(
            wanted(thing("a", "round", 1)),
            new TargetGraph(broken, graph),
            new TargetGraph(never, graph));
    assertThatThrownBy(() -> shop.deployer().deploy(plans))
        .isInstanceOf(EngineException.class)
        .hasMessageContaining("it broke")
        .hasMessageContaining("done: sandbox/fleet/main")
        .hasMessageContaining("failed: sandbox/broken/main")
        .hasMessageContaining("not started: sandbox/never/main");
    assertThat(shop.stores().releases(broken.site()).find(broken).finished()).isFalse();
    assertThat(shop.stores().releases(never.site()).find(never)).isNull();
  }

  @Test
  void knowsOfADeployThatEndedWithoutAWord() {
    ResourceGraph graph = wanted(thing("a", "round", 1).withKeep(true)).graph();
    List<TargetPlan> plans = plan(new TargetGraph(FLEET, graph));
    engine.dies = true;
    assertThatThrownBy(() -> shop.deployer().deploy(plans)).hasMessage("it died");
    Release left = release();
    assertThat(left.finished()).isFalse();
    assertThat(left.graph().resources()).extracting(Resource::address).containsExactly("a");
    Deployed deployed = new Deployed("sandbox", List.of(FLEET.site()), shop.stores());
    assertThat(deployed.survivors(List.of(), Protection.FULL))
        .singleElement()
        .satisfies(each -> assertThat(each.graph().find("a")).isNotNull());
    DriftReport report =
        shop.drift(false, List.of("sandbox"), List.of(FLEET.site()))
            .check("sandbox", List.of(new Drift.Question(FLEET, graph)), RULES);
    assertThat(report.verdict()).isEqualTo(DriftReport.Verdict.DRIFT);
  }

  @Test
  void remembersWhatWasThereUntilTheNextDeployHasEndedWell() {
    Resource kept = thing("a", "round", 1).withKeep(true);
    deploy(wanted(kept, thing("b", "round", 1), thing("c", "round", 1)));
    Protection released = new Protection(Set.of("a"));
    Resource renamed = thing("d", "round", 1).withFormerly("c");
    List<TargetPlan> plans = shop.planner().plan(List.of(wanted(renamed)), released);
    engine.dies = true;
    assertThatThrownBy(() -> shop.deployer().deploy(plans)).hasMessage("it died");
    assertThat(release().finished()).isFalse();
    assertThat(release().graph().resources())
        .extracting(Resource::address)
        .containsExactly("d", "a", "b");
    assertThatThrownBy(() -> plan(wanted(renamed))).hasMessageContaining("--release a");

    engine.dies = false;
    shop.deployer().deploy(shop.planner().plan(List.of(wanted(renamed)), released));
    assertThat(release().finished()).isTrue();
    assertThat(release().graph().resources()).extracting(Resource::address).containsExactly("d");
  }

  @Test
  void protectsWhatAReplacementGivesUpUntilItIsReplaced() {
    deploy(wanted(thing("a", "round", 1).withKeep(true)));
    TargetGraph square = wanted(thing("a", "square", 1).withKeep(true));
    Protection released = new Protection(Set.of("a"));
    List<TargetPlan> plans = shop.planner().plan(List.of(square), released);
    engine.dies = true;
    assertThatThrownBy(() -> shop.deployer().deploy(plans)).hasMessage("it died");
    assertThat(release().graph().get("a").keep()).isTrue();
  }

  @Test
  void protectsWhatNoRecordKnowsWhereItsKindCannotBeGotBack() {
    TargetGraph wanted = wanted(thing("a", "round", 1));
    engine.strays.add(new Change(Action.DELETE, "junk", "fake_thing", List.of()));
    assertThat(plan(wanted).get(0).changes()).hasSize(2);
    for (String type : List.of("vault", "fake_vault", "fake_vault_door", "Fake::Vault")) {
      engine.strays.set(0, new Change(Action.DELETE, "gold", type, List.of()));
      assertThatThrownBy(() -> plan(wanted))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining(type + " gold would be deleted, and no release record knows it")
          .hasMessageContaining("--release gold");
    }
    Protection released = new Protection(Set.of("gold"));
    assertThat(shop.planner().plan(List.of(wanted), released).get(0).changes()).hasSize(2);
  }

  @Test
  void holdsProtectedResourcesBackUntilTheyAreReleasedByName() {
    Resource kept = thing("a", "round", 1).withKeep(true);
    deploy(wanted(kept, thing("b", "round", 1)));
    assertThatThrownBy(() -> plan(wanted(thing("b", "round", 1))))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("Fleet.java:7")
        .hasMessageContaining("--release a");
    assertThatThrownBy(() -> plan(wanted(thing("a", "square", 1).withKeep(true))))
        .hasMessageContaining("would be replaced, for shape");
    Protection released = new Protection(Set.of("a"));
    TargetGraph without = wanted(thing("b", "round", 1));
    assertThat(shop.planner().plan(List.of(without), released).get(0).changes()).hasSize(1);
  }

  @Test
  void refusesToReleaseWhatIsNotThere() {
    Protection slip = new Protection(Set.of("nowhere"));
    TargetGraph wanted = wanted(thing("a", "round", 1));
    assertThatThrownBy(() -> shop.planner().plan(List.of(wanted), slip))
        .hasMessageContaining("--release nowhere");
  }

  @Test
  void destroysAllButWhatIsProtectedAndForgetsWhatIsGone() {
    deploy(wanted(thing("a", "round", 1).withKeep(true), thing("b", "round", 1)));
    Deployed deployed = new Deployed("sandbox", List.of(FLEET.site()), shop.stores());
    shop.deployer()
        .deploy(
            shop.planner().plan(deployed.survivors(List.of(), Protection.FULL), Protection.FULL));
    assertThat(release().graph().resources()).extracting(Resource::address).containsExactly("a");
    Protection released = new Protection(Set.of("a"));
    shop.deployer().deploy(shop.planner().plan(deployed.survivors(List.of(), released), released));
    assertThat(release()).isNull();
  }

  @Test
  void takesDownASiteThatAStackHasLeft() {
    deploy(wanted(thing("a", "round", 1)));
    Deployed deployed = new Deployed("sandbox", List.of(FLEET.site()), shop.stores());
    assertThat(deployed.withAbandonedSites(List.of(), Set.of("fleet")))
        .singleElement()
        .satisfies(each -> assertThat(each.graph().isEmpty()).isTrue());
    assertThat(deployed.withAbandonedSites(List.of(), Set.of("other"))).isEmpty();
  }

  @Test
  void findsExistingThingsBeforeTheEngineRuns() {
    Resource existing = Resource.existing("x", FakeProvider.KIND, new Lookup.ById("live-x"), null);
    assertThatThrownBy(() -> plan(wanted(existing)))
        .hasMessageContaining("existing resource was not found")
        .hasMessageContaining("thing x: id live-x is not at site main");
    assertThat(new Lookup.ByTag("Name", "corporate").inWords())
        .isEqualTo("tag Name = \"corporate\"");
    liveIs(thing("x", "round", 1));
    assertThat(plan(wanted(existing)).get(0).workspace().inputs()).containsEntry("x", "live-x");
  }

  @Test
  void replacesArtefactsOfTheLastPlanAndLeavesTheEnginesFiles() throws Exception {
    plan(wanted(thing("a", "round", 1), thing("extra", "round", 1)));
    Path folder = home.resolve(".plumbline/sandbox/fleet/main");
    assertThat(folder.resolve("fake-format/parts/extra.json")).exists();
    Files.writeString(folder.resolve("fake-format/engine.state"), "mine");
    plan(wanted(thing("a", "round", 1)));
    assertThat(folder.resolve("fake-format/parts/extra.json")).doesNotExist();
    assertThat(folder.resolve("fake-format/engine.state")).hasContent("mine");
  }

  @Test
  void carriesOutAPlanFileAsLongAsNothingHasMoved() {
    TargetGraph wanted = wanted(thing("a", "round", 1));
    Path file = home.resolve("plan.json");
    shop.planFiles().write(file, "sandbox", "ada", plan(wanted), Protection.FULL);
    List<TargetPlan> restored = shop.planFiles().restore(PlanFiles.read(file), List.of(wanted));
    shop.deployer().deploy(restored);
    assertThat(engine.applied).isOne();
    assertThat(release().finished()).isTrue();
  }

  @Test
  void refusesAPlanFileAndSaysWhatHasMoved() {
    TargetGraph wanted = wanted(thing("a", "round", 1));
    Path file = home.resolve("plan.json");
    shop.planFiles().write(file, "sandbox", "ada", plan(wanted), Protection.FULL);
    PlanFile plan = PlanFiles.read(file);

    TargetGraph other = wanted(thing("a", "round", 2));
    assertThatThrownBy(() -> shop.planFiles().restore(plan, List.of(other)))
        .hasMessageContaining("the code has moved");
    liveIs(thing("a", "square", 5));
    assertThatThrownBy(() -> shop.planFiles().restore(plan, List.of(wanted)))
        .hasMessageContaining("the live environment has moved");
    deploy(other);
    assertThatThrownBy(() -> shop.planFiles().restore(plan, List.of(wanted)))
        .hasMessageContaining("the release has moved");
  }

  @Test
  void keepsAPlanFileToItsOwner() throws Exception {
    Path file = home.resolve("plan.json");
    shop.planFiles()
        .write(file, "sandbox", "ada", plan(wanted(thing("a", "r", 1))), Protection.FULL);
    assertThat(Files.getPosixFilePermissions(file)).hasSize(2);
    Files.writeString(file, "{}");
    assertThatThrownBy(() -> PlanFiles.read(file)).hasMessageContaining("not a plan file");
    assertThatThrownBy(() -> PlanFiles.read(home.resolve("none.json")))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("there is no file " + home.resolve("none.json"));
    assertThatThrownBy(() -> PlanFiles.read(home)).hasMessageContaining(home + " is a folder");
  }

  @Test
  void refusesLocalStateOutsideTheSandboxUnlessItIsAllowed() {
    assertThatThrownBy(() -> shop("prod", false).stores().of(FLEET.site()))
        .hasMessageContaining("site main of prod names no place for state")
        .hasMessageContaining("--allow-local-state");
    Site local = new Site("main", FakeProvider.ID, "one", Map.of("state", "local"), null);
    assertThatThrownBy(() -> shop("prod", false).stores().of(local))
        .hasMessageContaining("site main of prod keeps its state on this machine");
    assertThat(shop("prod", true).stores().of(FLEET.site()).shared()).isFalse();
  }

  @Test
  void staysWithTheEngineThatDeployed() {
    deploy(wanted(thing("a", "round", 1)));
    EngineChoice choice = new EngineChoice(plugins);
    Target auto = target("sandbox", "fleet", EngineChoice.AUTO);
    assertThat(choice.of(auto, release()).id()).isEqualTo("one");
    assertThatThrownBy(() -> choice.of(target("sandbox", "fleet", "two"), release()))
        .hasMessageContaining("deployed by another engine");
    assertThatThrownBy(() -> choice.of(auto, null)).hasMessageContaining("no engine here");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "``|nothing: the record is empty",
        "{}|no whole record: member graph is missing",
        "[]|JSON that is no object",
        "{\"engine\": \"o|no JSON",
        "{\"engine\": \"one\", \"graph\": []}|no whole record: member time is missing",
        "{\"graph\": [7]}|no whole record",
        "{\"format\": \"new\"}|got format \"new\"; known is 1",
        "{\"format\": 2}|was written by a newer Plumbline: got format 2; known is 1",
      })
  void saysThatARecordCannotBeRead(String text, String got) {
    shop.stores().local().write("sandbox/fleet/main/release.json", text);
    assertThatThrownBy(() -> plan(wanted(thing("a", "round", 1))))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("PLB-RUN-017")
        .hasMessageContaining(home.resolve(".plumbline/sandbox/fleet/main/release.json").toString())
        .hasMessageContaining(got);
  }

  @Test
  void readsARecordOfBeforeRecordsHadANumber() throws Exception {
    deploy(wanted(thing("a", "round", 1)));
    Path file = home.resolve(".plumbline/sandbox/fleet/main/release.json");
    String text = Files.readString(file);
    assertThat(text).contains("\"format\": 1,");
    Files.writeString(file, text.replace("\"format\": 1,", ""));
    assertThat(release().finished()).isTrue();
  }
}
