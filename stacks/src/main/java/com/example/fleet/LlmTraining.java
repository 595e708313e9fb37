package com.example.fleet;

import static io.plumbline.dsl.Words.band;
import static io.plumbline.dsl.Words.days;
import static io.plumbline.dsl.Words.gib;
import static io.plumbline.dsl.Words.template;

import io.plumbline.dsl.Blueprint;
import io.plumbline.dsl.Default;
import io.plumbline.dsl.SiteBlueprint;
import io.plumbline.dsl.Stack;
import io.plumbline.dsl.Template;
import io.plumbline.model.Bucket;
import io.plumbline.model.Endpoint;
import io.plumbline.model.Gpu;
import io.plumbline.model.Image;
import io.plumbline.model.InstanceRole;
import io.plumbline.model.Network;
import io.plumbline.model.Purchase.Strategy;
import io.plumbline.model.SecurityRules;
import io.plumbline.unit.Cidr;
import io.plumbline.unit.Price;
import java.util.List;

/**
 * A fleet that trains language models: steady nodes on demand, more of them from spare capacity,
 * and a bucket for checkpoints that outlives both. Nodes have no public address: they reach the
 * internet by a NAT gateway, and the bucket without it.
 */
public final class LlmTraining implements Stack<LlmTraining.Parameters> {

  /**
   * What differs from environment to environment.
   *
   * @param zones where nodes may be; the more, the more spare capacity there is
   * @param image the provider's parameter that names the image
   * @param trainers nodes that are always there
   */
  public record Parameters(Cidr cidr, List<String> zones, String image, int trainers, Spot spot) {}

  /**
   * Spare capacity. Between {@code min} and {@code max}, the autoscaler decides.
   *
   * @param types the provider's, the preferred one first
   * @param onDemandBase so many of the nodes are not taken back
   * @param maxPrice the most to pay for a node
   */
  public record Spot(
      List<String> types, int min, int max, @Default("0") int onDemandBase, Price maxPrice) {}

  @Override
  public String name() {
    return "llm-training";
  }

  @Override
  public Class<Parameters> parameters() {
    return Parameters.class;
  }

  @Override
  public void describe(Blueprint blueprint, Parameters p) {
    SiteBlueprint site = blueprint.site();
    Network network =
        site.network(
            "net",
            n ->
                n.cidr(p.cidr())
                    .zones(p.zones())
                    .publicSubnets(24)
                    .privateSubnets(20)
                    .oneNatGateway()
                    .endpoints(Endpoint.OBJECT_STORE));
    SecurityRules fabric =
        site.securityRules(
            "fabric",
            s ->
                s.in(network)
                    .describedAs("Nodes among themselves, and out to package mirrors")
                    .amongThemselves()
                    .egress(
                        r -> r.tcp(443).toAnywhere().because("images, packages, object store")));
    Bucket checkpoints =
        site.bucket(
            "checkpoints",
            b ->
                b.lifecycle(
                    "tidy", l -> l.abortUploadsAfter(days(7)).expireNoncurrentAfter(days(30))));
    InstanceRole node =
        site.instanceRole(
            "node",
            r ->
                r.allow("s3:ListBucket")
                    .on(checkpoints.arn())
                    .allow("s3:GetObject", "s3:PutObject", "s3:AbortMultipartUpload")
                    .on(checkpoints.objects()));
    Template boot =
        template("aws/gpu-node.sh", v -> v.set("bucket", checkpoints.name()).set("gpus", 8));

    site.gpuPool(
        "trainers",
        pool ->
            pool.in(network.privateSubnets())
                .gpusPerNode(8, Gpu.H100_SXM)
                .count(p.trainers())
                .image(Image.parameter(p.image()))
                .rootDisk(gib(500))
                .bootScript(boot)
                .role(node)
                .securedBy(fabric));
    site.gpuPool(
        "spot",
        pool ->
            pool.in(network.privateSubnets())
                .instanceTypes(p.spot().types().toArray(String[]::new))
                .count(band(p.spot().min(), p.spot().max()).ownedBy("autoscaler"))
                .spot(
                    s ->
                        s.maxPrice(p.spot().maxPrice())
                            .strategy(Strategy.CAPACITY_OPTIMIZED_PRIORITIZED)
                            .onDemandBase(p.spot().onDemandBase()))
                .image(Image.parameter(p.image()))
                .rootDisk(gib(500))
                .bootScript(boot)
                .role(node)
                .securedBy(fabric));
  }
}
