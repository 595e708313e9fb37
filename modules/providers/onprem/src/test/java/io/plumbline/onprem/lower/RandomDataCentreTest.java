package io.plumbline.onprem.lower;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.diagnostic.Diagnostic;
import io.plumbline.dsl.Blueprint;
import io.plumbline.dsl.Stack;
import io.plumbline.dsl.Surroundings;
import io.plumbline.graph.GraphJson;
import io.plumbline.graph.Resource;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.model.Design;
import io.plumbline.model.Site;
import io.plumbline.model.Target;
import io.plumbline.onprem.OnPremProvider;
import io.plumbline.onprem.kinds.OnPremKinds;
import io.plumbline.testkit.RandomHyperV;
import io.plumbline.testkit.RandomRacks;
import io.plumbline.testkit.RandomVms;
import io.plumbline.value.References;
import io.plumbline.value.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** What holds for every valid design of a data centre. */
final class RandomDataCentreTest {
  private static final OnPremProvider ON_PREM = new OnPremProvider();
  private static final Target MACHINES =
      target("ansible", Map.of("bmc.user", "reader", "bmc.password-file", "/run/password"));
  private static final Target VMS =
      target(
          "terraform",
          Map.of(
              "proxmox.endpoint", "https://pve.example.com:8006/",
              "vsphere.server", "vcenter.example.com"));

  @Property(tries = 40)
  void everyReferenceLeadsToAnOutputThatTheKindHas(@ForAll long seed) {
    for (ResourceGraph graph : all(seed)) {
      for (Resource resource : graph.resources()) {
        References.forEach(
            resource.attributes(),
            ref ->
                assertThat(graph.get(ref.resource()).kind().outputs())
                    .as(ref.toString())
                    .contains(ref.output()));
      }
    }
  }

  /** By what a kind recognises things, no two of them are the same. */
  @Property(tries = 40)
  void noTwoResourcesOfAKindAreTakenForEachOther(@ForAll long seed) {
    Set<String> marks = new HashSet<>();
    for (ResourceGraph graph : all(seed)) {
      for (Resource resource : graph.resources()) {
        boolean lookedUp = resource.kind().comparedAt() != null;
        if (!lookedUp) {
          assertThat(marks.add(resource.kind().id() + marks(resource)))
              .as(resource.address())
              .isTrue();
        }
      }
    }
  }

  private static List<Value> marks(Resource resource) {
    String name = resource.kind().name();
    return name == null
        ? resource.kind().naturalKey().stream().map(resource.attributes()::get).toList()
        : List.of(resource.attributes().get(name));
  }

  @Property(tries = 20)
  void theSameDesignIsLoweredToTheSameGraph(@ForAll long seed) {
    assertThat(all(seed).stream().map(GraphJson::write).toList())
        .isEqualTo(all(seed).stream().map(GraphJson::write).toList());
  }

  /** A design that has no machine of a kind proves nothing of it. */
  @Test
  void haveEveryKindInTheEnd() {
    Set<String> seen = new TreeSet<>();
    for (long seed = 0; seed < 20; seed++) {
      all(seed).forEach(graph -> graph.resources().forEach(each -> seen.add(each.kind().id())));
    }
    assertThat(seen)
        .containsExactlyElementsOf(OnPremKinds.ALL.stream().map(kind -> kind.id()).toList());
  }

  private static List<ResourceGraph> all(long seed) {
    return Stream.of(
            lower(new RandomRacks(), new RandomRacks.Parameters(seed, 3), MACHINES),
            lower(new RandomHyperV(), new RandomHyperV.Parameters(seed, 3), MACHINES),
            lower(new RandomVms(), new RandomVms.Parameters(seed, 3), VMS))
        .toList();
  }

  private static Target target(String engine, Map<String, String> settings) {
    return new Target("test", "fleet", new Site("hall", "onprem", engine, settings, null));
  }

  private static <P extends Record> ResourceGraph lower(
      Stack<P> stack, P parameters, Target target) {
    var surroundings =
        new Surroundings(
            "test", List.of(target.site()), (name, variables) -> Value.text(name), path -> path);
    Design design = Blueprint.describe(stack, parameters, surroundings);
    assertThat(design.problems()).filteredOn(Diagnostic::isError).isEmpty();
    assertThat(ON_PREM.validate(design, target)).filteredOn(Diagnostic::isError).isEmpty();
    return ON_PREM.lower(design, target);
  }
}
