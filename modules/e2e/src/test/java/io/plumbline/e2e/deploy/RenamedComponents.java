package io.plumbline.e2e.deploy;

import static io.plumbline.dsl.Words.byTag;
import static io.plumbline.dsl.Words.gib;

import io.plumbline.dsl.Blueprint;
import io.plumbline.dsl.ComponentBuilder;
import io.plumbline.dsl.SiteBlueprint;
import io.plumbline.dsl.Stack;
import io.plumbline.model.Bucket;
import io.plumbline.model.ExistingNetwork;
import io.plumbline.model.Image;
import io.plumbline.model.InstanceRole;
import io.plumbline.model.SecurityRules;

/** A pool and all that it stands on, before and after somebody gave every component another id. */
public final class RenamedComponents implements Stack<RenamedComponents.Parameters> {

  /** Whether it has been renamed. */
  public record Parameters(boolean renamed) {}

  @Override
  public String name() {
    return "renamed";
  }

  @Override
  public Class<Parameters> parameters() {
    return Parameters.class;
  }

  @Override
  public void describe(Blueprint blueprint, Parameters parameters) {
    new Description(blueprint.site(), parameters.renamed()).write();
  }

  private record Description(SiteBlueprint site, boolean renamed) {

    private String id(String before, String after) {
      return renamed ? after : before;
    }

    private void name(ComponentBuilder<?, ?> builder, String before) {
      if (renamed) {
        builder.formerly(before);
      }
    }

    void write() {
      ExistingNetwork network =
          site.existingNetwork(
              "corporate",
              n -> n.vpc(byTag("Name", "corporate")).privateSubnets(byTag("Name", "corporate-a")));
      SecurityRules fabric =
          site.securityRules(
              id("fabric", "weave"),
              s -> {
                name(s, "fabric");
                s.in(network).amongThemselves().egress(r -> r.tcp(443).toAnywhere());
              });
      Bucket models = site.bucket(id("models", "weights"), b -> name(b, "models"));
      InstanceRole node =
          site.instanceRole(
              id("node", "worker-role"),
              r -> {
                name(r, "node");
                r.managedPolicy("AmazonSSMManagedInstanceCore");
                r.allow("s3:GetObject").on(models.objects());
              });
      site.gpuPool(
          id("trainers", "8-gpu-workers"),
          p -> {
            name(p, "trainers");
            p.in(network.privateSubnets())
                .instanceTypes("p5.48xlarge")
                .count(1)
                .image(Image.id("ami-0abcdef1234567890"))
                .rootDisk(gib(200))
                .role(node)
                .securedBy(fabric);
          });
    }
  }
}
