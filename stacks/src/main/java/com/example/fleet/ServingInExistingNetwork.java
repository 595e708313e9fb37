package com.example.fleet;

import static io.plumbline.dsl.Words.byTag;

import io.plumbline.dsl.Blueprint;
import io.plumbline.dsl.SiteBlueprint;
import io.plumbline.dsl.Stack;
import io.plumbline.model.ExistingNetwork;
import io.plumbline.model.Image;
import io.plumbline.model.SecurityRules;
import io.plumbline.unit.Cidr;

/**
 * Nodes that serve a model, in a network that another team runs. The network is looked up and
 * referred to; nothing in it is written but what this stack asks for.
 */
public final class ServingInExistingNetwork implements Stack<ServingInExistingNetwork.Parameters> {

  /**
   * What differs from environment to environment.
   *
   * @param vpc the value of the network's tag {@code Name}
   * @param subnet the value of the subnet's tag {@code Name}
   * @param clients who may ask for completions
   * @param image the provider's parameter that names the image
   */
  public record Parameters(String vpc, String subnet, Cidr clients, String image, int nodes) {}

  @Override
  public String name() {
    return "llm-serving";
  }

  @Override
  public Class<Parameters> parameters() {
    return Parameters.class;
  }

  @Override
  public void describe(Blueprint blueprint, Parameters p) {
    SiteBlueprint site = blueprint.site();
    ExistingNetwork corporate =
        site.existingNetwork(
            "corporate",
            n -> n.vpc(byTag("Name", p.vpc())).privateSubnets(byTag("Name", p.subnet())));
    SecurityRules inference =
        site.securityRules(
            "inference",
            s ->
                s.in(corporate)
                    .describedAs("Completions in, images and packages out")
                    .ingress(r -> r.tcp(8000).from(p.clients()).because("completions"))
                    .egress(r -> r.tcp(443).toAnywhere().because("images, packages")));
    site.gpuPool(
        "servers",
        pool ->
            pool.in(corporate.privateSubnets())
                .instanceTypes("g6e.12xlarge")
                .count(p.nodes())
                .image(Image.parameter(p.image()))
                .securedBy(inference));
  }
}
