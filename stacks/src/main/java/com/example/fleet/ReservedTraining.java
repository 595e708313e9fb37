package com.example.fleet;

import static io.plumbline.dsl.Words.days;
import static io.plumbline.dsl.Words.gib;
import static io.plumbline.dsl.Words.template;

import io.plumbline.dsl.Blueprint;
import io.plumbline.dsl.SiteBlueprint;
import io.plumbline.dsl.Stack;
import io.plumbline.model.Bucket;
import io.plumbline.model.CapacityReservation;
import io.plumbline.model.Endpoint;
import io.plumbline.model.Image;
import io.plumbline.model.InstanceRole;
import io.plumbline.model.Network;
import io.plumbline.model.Placement;
import io.plumbline.model.SecurityRules;
import io.plumbline.unit.Cidr;
import java.time.Instant;
import java.util.Optional;

/**
 * A cluster that trains one large model: nodes with a fabric between them, close together in one
 * zone, in capacity that is kept for them whether they run or not. Its head nodes are few, and
 * stand on hardware of their own.
 */
public final class ReservedTraining implements Stack<ReservedTraining.Parameters> {

  /**
   * What differs from environment to environment.
   *
   * @param zone where all of it is: a fabric ends at the zone
   * @param type the provider's, with a fabric and disks of its own
   * @param reserved so many nodes are kept, and paid for
   * @param until when the reservation ends by itself; never if not given
   * @param running so many of them run
   * @param image the provider's parameter that names the image
   */
  public record Parameters(
      Cidr cidr,
      String zone,
      String type,
      int reserved,
      Optional<Instant> until,
      int running,
      String image) {}

  @Override
  public String name() {
    return "reserved-training";
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
                    .zones(p.zone())
                    .publicSubnets(24)
                    .privateSubnets(20)
                    .oneNatGateway()
                    .endpoints(Endpoint.OBJECT_STORE));
    SecurityRules fabric =
        site.securityRules(
            "fabric",
            s ->
                s.in(network)
                    .describedAs("Training nodes among themselves")
                    .amongThemselves()
                    .egress(r -> r.tcp(443).toAnywhere().because("images, object store")));
    Bucket checkpoints =
        site.bucket("checkpoints", b -> b.lifecycle("tidy", l -> l.abortUploadsAfter(days(7))));
    InstanceRole node =
        site.instanceRole(
            "node",
            r ->
                r.allow("s3:ListBucket")
                    .on(checkpoints.arn())
                    .allow("s3:GetObject", "s3:PutObject", "s3:AbortMultipartUpload")
                    .on(checkpoints.objects()));
    CapacityReservation kept =
        site.capacityReservation(
            "kept",
            r -> {
              r.instanceType(p.type()).count(p.reserved()).zone(p.zone()).clustered();
              p.until().ifPresent(r::until);
            });
    site.gpuPool(
        "trainers",
        pool ->
            pool.in(network.privateSubnets())
                .instanceTypes(p.type())
                .count(p.running())
                .reservation(kept)
                .fabric()
                .localDisks()
                .image(Image.parameter(p.image()))
                .rootDisk(gib(500))
                .bootScript(
                    template(
                        "aws/gpu-node.sh",
                        v -> v.set("bucket", checkpoints.name()).set("gpus", 8).set("efa", true)))
                .role(node)
                .securedBy(fabric));
    site.gpuPool(
        "heads",
        pool ->
            pool.in(network.privateSubnets())
                .instanceTypes("g6.2xlarge")
                .count(2)
                .placement(Placement.SPREAD)
                .image(Image.parameter(p.image()))
                .role(node)
                .securedBy(fabric));
  }
}
