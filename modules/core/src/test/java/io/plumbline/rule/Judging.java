package io.plumbline.rule;

import static io.plumbline.model.Gpu.H100_SXM;
import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.diagnostic.Diagnostic;
import io.plumbline.dsl.GpuPoolBuilder;
import io.plumbline.dsl.SiteBlueprint;
import io.plumbline.dsl.Stacks;
import io.plumbline.model.Design;
import io.plumbline.model.GpuPool;
import io.plumbline.model.Image;
import io.plumbline.model.Network;
import java.util.List;
import java.util.function.Consumer;

/** Designs for tests of rules, and what is said of them. */
final class Judging {
  private Judging() {}

  static Network network(SiteBlueprint site, String id) {
    return site.network(id, n -> n.cidr("10.0.0.0/16").zones("us-east-1a").privateSubnets(20));
  }

  static GpuPool pool(SiteBlueprint site, Consumer<GpuPoolBuilder> setUp) {
    return complete(site, network(site, "net"), setUp);
  }

  static GpuPool complete(SiteBlueprint site, Network net, Consumer<GpuPoolBuilder> setUp) {
    return site.gpuPool(
        "pool",
        p -> {
          p.in(net.privateSubnets()).gpusPerNode(8, H100_SXM).count(4).image(Image.id("ami-1"));
          setUp.accept(p);
        });
  }

  /** The first problem with this code; it stands at the line of the component. */
  static Diagnostic catches(String code, String component, Consumer<SiteBlueprint> body) {
    Design design = Stacks.describe(b -> body.accept(b.site()));
    List<Diagnostic> found = problems(code, design);
    assertThat(found).as(code).isNotEmpty();
    assertThat(found.get(0).source()).isEqualTo(design.find(component).source());
    assertThat(found.get(0).detail()).contains("\"" + component + "\": ");
    return found.get(0);
  }

  static void accepts(String code, Consumer<SiteBlueprint> body) {
    assertThat(problems(code, Stacks.describe(b -> body.accept(b.site())))).as(code).isEmpty();
  }

  static List<Diagnostic> problems(String code, Design design) {
    return design.problems().stream().filter(p -> p.code().equals(code)).toList();
  }
}
