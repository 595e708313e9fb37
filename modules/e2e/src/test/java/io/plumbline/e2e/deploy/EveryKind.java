package io.plumbline.e2e.deploy;

import static io.plumbline.dsl.Words.band;
import static io.plumbline.dsl.Words.days;
import static io.plumbline.dsl.Words.gib;
import static io.plumbline.dsl.Words.usdPerHour;

import io.plumbline.dsl.Blueprint;
import io.plumbline.dsl.SiteBlueprint;
import io.plumbline.dsl.Stack;
import io.plumbline.model.Bucket;
import io.plumbline.model.Image;
import io.plumbline.model.InstanceRole;
import io.plumbline.model.Key;
import io.plumbline.model.Network;
import io.plumbline.model.Parameter;
import io.plumbline.model.Purchase.Strategy;
import io.plumbline.model.SecurityRules;
import io.plumbline.model.SharedFiles;

/**
 * At least one resource of every kind, and no more than that takes: engines need seconds for each.
 */
public final class EveryKind implements Stack<EveryKind.Parameters> {

  /** Its one setting: the most nodes of spare capacity. */
  public record Parameters(int most) {}

  @Override
  public String name() {
    return "every-kind";
  }

  @Override
  public Class<Parameters> parameters() {
    return Parameters.class;
  }

  @Override
  public void describe(Blueprint blueprint, Parameters parameters) {
    SiteBlueprint site = blueprint.site();
    Network network =
        site.network(
            "net",
            n -> n.cidr("10.50.0.0/16").zones("us-east-1a").publicSubnets(24).privateSubnets(20));
    SecurityRules fabric =
        site.securityRules(
            "fabric",
            s ->
                s.in(network)
                    .amongThemselves()
                    .ingress(r -> r.tcp(22).from("10.0.0.0/8").because("bastion"))
                    .egress(r -> r.tcp(443).toAnywhere().because("packages")));
    SecurityRules storage =
        site.securityRules("storage", s -> s.in(network).ingress(r -> r.tcp(2049).from(fabric)));
    Key data = StoredThings.key(site);
    SharedFiles home = StoredThings.home(site, network, storage, data);
    Parameter where = StoredThings.where(site, home);
    Bucket checkpoints =
        site.bucket(
            "checkpoints",
            b ->
                b.encryptedWith(data)
                    .lifecycle("tidy", l -> l.abortUploadsAfter(days(7)))
                    .lifecycle("age", l -> l.prefix("runs/").expireNoncurrentAfter(days(30))));
    InstanceRole node =
        site.instanceRole(
            "node",
            r ->
                r.managedPolicy("AmazonSSMManagedInstanceCore")
                    .allow("s3:GetObject", "s3:PutObject")
                    .on(checkpoints.objects())
                    .allow("kms:Decrypt", "kms:GenerateDataKey")
                    .on(data.arn())
                    .allow("ssm:GetParameter")
                    .on(where.arn()));
    site.gpuPool(
        "trainers",
        p ->
            p.in(network.privateSubnets())
                .instanceTypes("p5.48xlarge")
                .count(1)
                .image(Image.id("ami-0abcdef1234567890"))
                .rootDisk(gib(200), d -> d.encryptedWith(data))
                .bootScript("#!/bin/bash\necho \"${HOME}\" '$x' %{y}\n")
                .role(node)
                .securedBy(fabric, storage));
    site.gpuPool(
        "spot",
        p ->
            p.in(network.privateSubnets())
                .instanceTypes("g5.12xlarge", "g6.12xlarge")
                .count(band(0, parameters.most()).ownedBy("autoscaler"))
                .spot(
                    s ->
                        s.maxPrice(usdPerHour("4.5"))
                            .strategy(Strategy.CAPACITY_OPTIMIZED_PRIORITIZED)
                            .onDemandBase(1))
                .image(Image.id("ami-0abcdef1234567890"))
                .rootDisk(gib(100))
                .role(node)
                .securedBy(fabric));
  }
}
