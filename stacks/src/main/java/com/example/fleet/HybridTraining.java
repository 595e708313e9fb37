package com.example.fleet;

import static io.plumbline.dsl.Words.band;
import static io.plumbline.dsl.Words.days;
import static io.plumbline.dsl.Words.gib;
import static io.plumbline.dsl.Words.template;

import io.plumbline.dsl.Blueprint;
import io.plumbline.dsl.SiteBlueprint;
import io.plumbline.dsl.Stack;
import io.plumbline.model.Bucket;
import io.plumbline.model.Endpoint;
import io.plumbline.model.Gpu;
import io.plumbline.model.Image;
import io.plumbline.model.InstanceRole;
import io.plumbline.model.Inventory;
import io.plumbline.model.Network;
import io.plumbline.model.SecurityRules;
import io.plumbline.unit.Cidr;
import io.plumbline.unit.Price;
import io.plumbline.value.Value;
import java.util.List;

/**
 * Training on machines of one's own, on spare capacity in a cloud when they do not suffice, and
 * evaluation wherever a second cloud has nodes to spare. All know one bucket for checkpoints: its
 * name, which is known once the cloud's part is there, stands in a file on each machine. What lets
 * machines elsewhere reach it, and what starts nodes in the cloud, are for the sites to bring.
 */
public final class HybridTraining implements Stack<HybridTraining.Parameters> {

  /**
   * What differs from environment to environment.
   *
   * @param zones where nodes in the cloud may be
   * @param image the provider's parameter that names the image
   * @param machines which ones are mounted in the hall
   * @param burst at most so many nodes in the cloud; the scheduler decides
   * @param maxPrice the most to pay for one of them
   * @param spare what there is in the second cloud
   */
  public record Parameters(
      Cidr cidr,
      List<String> zones,
      String image,
      Inventory machines,
      int burst,
      Price maxPrice,
      Spare spare) {}

  /**
   * The second cloud's share.
   *
   * @param image the provider's id of it
   */
  public record Spare(Cidr cidr, List<String> zones, String image, int nodes, Price maxPrice) {}

  @Override
  public String name() {
    return "hybrid-training";
  }

  @Override
  public Class<Parameters> parameters() {
    return Parameters.class;
  }

  @Override
  public void describe(Blueprint blueprint, Parameters p) {
    Bucket checkpoints = inTheCloud(blueprint.site("cloud"), p);
    inTheHall(blueprint.site("hall"), p, checkpoints);
    toSpare(blueprint.site("spare"), p.spare(), checkpoints);
  }

  private static Bucket inTheCloud(SiteBlueprint cloud, Parameters p) {
    Network network =
        cloud.network(
            "net",
            n ->
                n.cidr(p.cidr())
                    .zones(p.zones())
                    .publicSubnets(24)
                    .privateSubnets(20)
                    .oneNatGateway()
                    .endpoints(Endpoint.OBJECT_STORE));
    SecurityRules nodes =
        cloud.securityRules(
            "nodes",
            s ->
                s.in(network)
                    .describedAs("Nodes among themselves, and out to package mirrors")
                    .amongThemselves()
                    .egress(
                        r -> r.tcp(443).toAnywhere().because("images, packages, object store")));
    Bucket checkpoints =
        cloud.bucket("checkpoints", b -> b.lifecycle("tidy", l -> l.abortUploadsAfter(days(7))));
    InstanceRole node =
        cloud.instanceRole(
            "node",
            r ->
                r.allow("s3:ListBucket")
                    .on(checkpoints.arn())
                    .allow("s3:GetObject", "s3:PutObject", "s3:AbortMultipartUpload")
                    .on(checkpoints.objects()));
    cloud.gpuPool(
        "burst",
        pool ->
            pool.in(network.privateSubnets())
                .gpusPerNode(8, Gpu.H100_SXM)
                .count(band(0, p.burst()).ownedBy("scheduler"))
                .spot(s -> s.maxPrice(p.maxPrice()))
                .image(Image.parameter(p.image()))
                .rootDisk(gib(500))
                .bootScript(
                    template(
                        "aws/gpu-node.sh", v -> v.set("bucket", checkpoints.name()).set("gpus", 8)))
                .role(node)
                .securedBy(nodes));
    return checkpoints;
  }

  private static void toSpare(SiteBlueprint spare, Spare p, Bucket checkpoints) {
    Network network =
        spare.network(
            "spare-net",
            n ->
                n.cidr(p.cidr())
                    .zones(p.zones())
                    .publicSubnets(24)
                    .privateSubnets(20)
                    .oneNatGateway());
    SecurityRules nodes =
        spare.securityRules(
            "spare-nodes",
            s ->
                s.in(network)
                    .describedAs("Nodes out to package mirrors and the object store")
                    .egress(
                        r -> r.tcp(443).toAnywhere().because("images, packages, object store")));
    spare.gpuPool(
        "evaluators",
        pool ->
            pool.in(network.privateSubnets())
                .gpusPerNode(4, Gpu.T4)
                .count(p.nodes())
                .spot(s -> s.maxPrice(p.maxPrice()))
                .image(Image.id(p.image()))
                .rootDisk(gib(200))
                .bootScript(
                    template("azure/evaluator.sh", v -> v.set("bucket", checkpoints.name())))
                .securedBy(nodes));
  }

  private static void inTheHall(SiteBlueprint hall, Parameters p, Bucket checkpoints) {
    hall.bareMetalFleet(
        "trainers",
        f ->
            f.inventory(p.machines())
                .racks(2)
                .hostsPerRack(2)
                .rolling(1)
                .gpusPerHost(8, Gpu.H100_SXM)
                .release("2026.11", r -> r.driver("570.124.06"))
                .sysctl("net.core.somaxconn", "8192")
                .mount("/scratch", "scratch", "tmpfs", "rw", "noexec")
                .account("trainer", 2001, a -> a.groups("video"))
                .file(
                    "/etc/fleet/checkpoints.env",
                    Value.join(
                        Value.text("CHECKPOINTS=s3://"), checkpoints.name(), Value.text("\n")),
                    "0644")
                .link("eth0"));
  }
}
