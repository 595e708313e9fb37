package io.plumbline.azure.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.azure.AzureProvider;
import io.plumbline.diagnostic.Diagnostic;
import io.plumbline.dsl.Blueprint;
import io.plumbline.dsl.Neighbour;
import io.plumbline.dsl.OtherStack;
import io.plumbline.dsl.SiteBlueprint;
import io.plumbline.dsl.Stack;
import io.plumbline.dsl.Surroundings;
import io.plumbline.model.Design;
import io.plumbline.model.KubernetesCluster;
import io.plumbline.model.Network;
import io.plumbline.testkit.AzureFleet;
import io.plumbline.value.Value;
import java.util.List;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/** What would stand inside a thing of another stack. */
final class ElsewhereHeldTest {
  record None() {}

  private static final class Base implements Stack<None> {
    @Override
    public String name() {
      return "base";
    }

    @Override
    public Class<None> parameters() {
      return None.class;
    }

    @Override
    public void describe(Blueprint blueprint, None parameters) {
      network(blueprint.site(), "net");
      Network net = network(blueprint.site(), "nodes");
      blueprint.site().kubernetesCluster("aks", c -> c.in(net.privateSubnets()).version("1.33"));
    }
  }

  private static Network network(SiteBlueprint site, String id) {
    return site.network(
        id, n -> n.cidr("10.20.0.0/16").zones("1").publicSubnets(24).privateSubnets(20));
  }

  private record Fleet(BiConsumer<OtherStack, SiteBlueprint> body) implements Stack<None> {
    @Override
    public String name() {
      return "fleet";
    }

    @Override
    public Class<None> parameters() {
      return None.class;
    }

    @Override
    public void describe(Blueprint blueprint, None parameters) {
      body.accept(blueprint.stack(Base.class), blueprint.site());
    }
  }

  private static List<Diagnostic> problems(BiConsumer<OtherStack, SiteBlueprint> body) {
    Surroundings surroundings =
        new Surroundings(
                "test",
                List.of(AzureFleet.SITE),
                (name, variables) -> Value.text(name),
                path -> "src/" + path)
            .withNeighbours(List.of(new Neighbour(new Base(), new None())));
    Design design = Blueprint.describe(new Fleet(body), new None(), surroundings);
    assertThat(design.problems()).isEmpty();
    return new AzureProvider().validate(design, AzureFleet.TARGET);
  }

  private static void assertRefused(List<Diagnostic> problems, String got) {
    assertThat(problems)
        .singleElement()
        .satisfies(
            p -> {
              assertThat(p.code()).isEqualTo("PLB-AZURE-060");
              assertThat(p.detail()).contains(got);
              assertThat(String.valueOf(p.source())).contains("ElsewhereHeldTest.java:");
              assertThat(p.fix()).contains("existingNetwork");
            });
  }

  @Test
  void rulesInANetworkOfAnotherStack() {
    assertRefused(
        problems(
            (base, site) ->
                site.securityRules(
                    "rules", r -> r.in(base.get("net", Network.class)).amongThemselves())),
        "network base:net");
  }

  @Test
  void nodesInAClusterOfAnotherStack() {
    assertRefused(
        problems(
            (base, site) ->
                site.nodePool(
                    "nodes",
                    n ->
                        n.of(base.get("aks", KubernetesCluster.class))
                            .instanceTypes("Standard_D8ds_v5")
                            .count(1)
                            .metadataForPods())),
        "cluster base:aks");
  }

  @Test
  void rulesInANetworkOfTheSameStackAreFine() {
    assertThat(
            problems(
                (base, site) ->
                    site.securityRules("rules", r -> r.in(network(site, "own")).amongThemselves())))
        .isEmpty();
  }
}
