package io.plumbline.aws.rule;

import static io.plumbline.dsl.Words.band;
import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.aws.AwsProvider;
import io.plumbline.aws.catalogue.Catalogue;
import io.plumbline.diagnostic.Diagnostic;
import io.plumbline.dsl.GpuPoolBuilder;
import io.plumbline.dsl.SiteBlueprint;
import io.plumbline.model.Component;
import io.plumbline.model.Design;
import io.plumbline.model.Image;
import io.plumbline.model.Network;
import io.plumbline.rule.Problems;
import io.plumbline.testkit.Describing;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;

/** Designs for tests of rules, and what AWS says of them. */
final class Judging {
  private Judging() {}

  static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

  /** AWS as it is on that day. */
  static final AwsProvider AWS = new AwsProvider(InstantSource.fixed(NOW));

  static Network network(SiteBlueprint site, int prefix, String... zones) {
    return site.network("net", n -> n.cidr("10.0.0.0/16").zones(zones).privateSubnets(prefix));
  }

  static void pool(SiteBlueprint site, Consumer<GpuPoolBuilder> setUp) {
    Network net = network(site, 20, "us-east-1a");
    var rules = site.securityRules("rules", r -> r.in(net).egress(e -> e.all().toAnywhere()));
    site.gpuPool(
        "pool",
        p -> {
          p.in(net.privateSubnets())
              .instanceTypes("p5.48xlarge")
              .count(band(0, 2).ownedBy("autoscaler"))
              .securedBy(rules);
          p.image(Image.id("ami-0abcdef1234567890"));
          setUp.accept(p);
        });
  }

  /** The one problem with this code; it stands at the line of the component. */
  static Diagnostic catches(String code, String component, Consumer<SiteBlueprint> body) {
    Design design = Describing.on(body);
    List<Diagnostic> found = problems(code, design);
    assertThat(found).as(code).isNotEmpty();
    Component culprit = design.find(component);
    assertThat(found.get(0).source()).isEqualTo(culprit.source());
    assertThat(found.get(0).detail())
        .startsWith(culprit.noun() + " \"" + component + "\": ")
        .contains("got ");
    return found.get(0);
  }

  static void accepts(String code, Consumer<SiteBlueprint> body) {
    assertThat(problems(code, Describing.on(body))).as(code).isEmpty();
  }

  static List<Diagnostic> problems(String code, Design design) {
    Problems problems = new Problems();
    AwsChecks.run(new AwsScope(design, Describing.TARGET, Catalogue.builtIn(), NOW), problems);
    return problems.all().stream().filter(p -> p.code().equals(code)).toList();
  }
}
