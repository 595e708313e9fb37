package io.plumbline.e2e;

import static io.plumbline.dsl.Metrics.cpu;
import static io.plumbline.dsl.Words.gib;
import static io.plumbline.dsl.Words.minutes;
import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.aws.AwsProvider;
import io.plumbline.azure.AzureProvider;
import io.plumbline.diagnostic.Diagnostic;
import io.plumbline.dsl.GpuPoolBuilder;
import io.plumbline.dsl.SiteBlueprint;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.model.Design;
import io.plumbline.model.Gpu;
import io.plumbline.model.GpuPool;
import io.plumbline.model.Image;
import io.plumbline.model.Network;
import io.plumbline.model.Placement;
import io.plumbline.model.SecurityRules;
import io.plumbline.model.Site;
import io.plumbline.model.Target;
import io.plumbline.spi.Provider;
import io.plumbline.testkit.AzureFleet;
import io.plumbline.testkit.Describing;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/**
 * A pool asked by its accelerators moves between AWS and Azure by changing its site alone, or is
 * told why not and what to use instead. What sites call zones and images their parameters say.
 */
class PortabilityTest {
  /** What a site is, and what it calls things. */
  private record Cloud(Provider provider, Site site, String zone, String image) {
    Design design(Gpu model, int perNode, Form form) {
      return Describing.on(site, blueprint -> describe(blueprint, model, perNode, form));
    }

    List<Diagnostic> validate(Design design) {
      List<Diagnostic> said = new ArrayList<>(design.problems());
      said.addAll(provider.validate(design, target()));
      return said.stream().filter(d -> d.severity() == Diagnostic.Severity.ERROR).toList();
    }

    ResourceGraph lower(Design design) {
      return provider.lower(design, target());
    }

    private Target target() {
      return new Target("test", "fleet", site);
    }

    private void describe(SiteBlueprint blueprint, Gpu model, int perNode, Form form) {
      Network net =
          blueprint.network(
              "net",
              n ->
                  n.cidr("10.0.0.0/16")
                      .zones(zone)
                      .publicSubnets(24)
                      .privateSubnets(20)
                      .oneNatGateway());
      SecurityRules rules =
          blueprint.securityRules(
              "rules", r -> r.in(net).amongThemselves().egress(e -> e.tcp(443).toAnywhere()));
      GpuPool pool =
          blueprint.gpuPool(
              "pool",
              p -> {
                p.in(net.privateSubnets())
                    .gpusPerNode(perNode, model)
                    .image(Image.id(image))
                    .securedBy(rules);
                form.of().accept(p);
              });
      if (form.lookedAfter()) {
        blueprint.interruptionHandling("repairs", r -> r.of(pool));
      }
    }
  }

  /** How a pool is asked for beside its accelerators. */
  private record Form(String name, Consumer<GpuPoolBuilder> of, boolean lookedAfter) {
    Form(String name, Consumer<GpuPoolBuilder> of) {
      this(name, of, false);
    }
  }

  private static final Cloud AWS =
      new Cloud(new AwsProvider(), Describing.AWS, "us-east-1a", "ami-0123456789abcdef0");
  private static final Cloud AZURE =
      new Cloud(new AzureProvider(), AzureFleet.SITE, "1", "microsoft-dsvm:ubuntu-hpc:2204:latest");

  private static final List<Form> FORMS =
      List.of(
          new Form("fixed", p -> p.count(2)),
          new Form("spot", p -> p.count(2).spot(s -> {})),
          new Form("spot looked after", p -> p.count(2).spot(s -> {}), true),
          new Form("spot beside others", p -> p.count(4).spot(s -> s.onDemandBase(1)), true),
          new Form("elastic", p -> p.scaling(s -> s.between(1, 4).target(cpu(60)))),
          new Form("close together", p -> p.count(2).placement(Placement.CLUSTER)),
          new Form("spread", p -> p.count(2).placement(Placement.SPREAD)),
          new Form("fabric", p -> p.count(2).fabric().placement(Placement.CLUSTER)),
          new Form("local disks", p -> p.count(2).localDisks()),
          new Form("script, disk", p -> p.count(2).bootScript("#!/bin/sh\n").rootDisk(gib(200))),
          new Form("drained", p -> p.count(2).drainHook(minutes(10))),
          new Form("launched", p -> p.count(2).launchHook(minutes(10))),
          new Form("warm", p -> p.scaling(s -> s.between(1, 4).target(cpu(60))).warmPool(w -> {})));

  @Test
  void eachPoolMovesOrIsToldWhyNot() {
    Map<String, Integer> moved = new LinkedHashMap<>();
    FORMS.forEach(form -> moved.put(form.name(), 0));
    for (Gpu model : Gpu.values()) {
      for (int perNode : new int[] {1, 2, 4, 8}) {
        for (Form form : FORMS) {
          boolean aws = stands(AWS, model, perNode, form);
          boolean azure = stands(AZURE, model, perNode, form);
          moved.merge(form.name(), aws && azure ? 1 : 0, Integer::sum);
        }
      }
    }
    assertThat(moved)
        .as("models and numbers that stand on both")
        .allSatisfy(
            (form, number) -> {
              if (form.equals("launched") || form.equals("warm")) {
                assertThat(number).as(form).isZero();
              } else {
                assertThat(number).as(form).isPositive();
              }
            });
  }

  /** The rest of the design is the same: what it is called, and who refers to it. */
  @Test
  void whatMovesIsCalledTheSame() {
    Form form = FORMS.get(3);
    assertThat(AZURE.design(Gpu.T4, 4, form).components().stream().map(c -> c.id()))
        .containsExactlyElementsOf(
            AWS.design(Gpu.T4, 4, form).components().stream().map(c -> c.id()).toList());
  }

  /** It is made, or somebody is told what is wrong and what to do. */
  private static boolean stands(Cloud cloud, Gpu model, int perNode, Form form) {
    String what = cloud.site().provider() + " " + perNode + " x " + model + " " + form.name();
    Design design = cloud.design(model, perNode, form);
    List<Diagnostic> errors = cloud.validate(design);
    if (errors.isEmpty()) {
      assertThat(cloud.lower(design).resources())
          .as(what)
          .anyMatch(resource -> resource.address().startsWith("pool"));
      return true;
    }
    assertThat(errors)
        .as(what)
        .allSatisfy(
            error -> {
              assertThat(error.detail()).contains("got");
              assertThat(error.fix()).isNotBlank();
              assertThat(error.source()).isNotNull();
            });
    return false;
  }
}
