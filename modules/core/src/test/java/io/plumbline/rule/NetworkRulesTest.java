package io.plumbline.rule;

import static io.plumbline.model.Endpoint.CONTAINER_REGISTRY;
import static io.plumbline.model.Endpoint.LOGS;
import static io.plumbline.model.Endpoint.OBJECT_STORE;
import static io.plumbline.rule.Judging.accepts;
import static io.plumbline.rule.Judging.catches;
import static io.plumbline.rule.Judging.network;
import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.diagnostic.Diagnostic;
import io.plumbline.dsl.NetworkBuilder;
import io.plumbline.dsl.SiteBlueprint;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What is refused of networks, their subnets and their ways out. */
final class NetworkRulesTest {

  @Test
  void refusesSubnetsOutsideTheNetwork() {
    catches("PLB-NET-003", "net", s -> subnets(s, "10.1.0.0/20", "10.0.16.0/20"));
    accepts("PLB-NET-003", s -> subnets(s, "10.0.0.0/20", "10.0.16.0/20"));
  }

  @Test
  void refusesSubnetsThatShareAddresses() {
    Diagnostic problem =
        catches("PLB-NET-004", "net", s -> subnets(s, "10.0.0.0/20", "10.0.8.0/21"));

    assertThat(problem.detail()).contains("10.0.0.0/20 (private, a) and 10.0.8.0/21 (private, b)");
    catches(
        "PLB-NET-004",
        "net",
        s ->
            s.network(
                "net",
                n -> n.cidr("10.0.0.0/16").zones("a", "b").publicSubnets(17).privateSubnets(17)));
    accepts("PLB-NET-004", s -> subnets(s, "10.0.0.0/20", "10.0.16.0/20"));
  }

  @Test
  void refusesNatGatewaysWithoutBothTiers() {
    catches("PLB-NET-011", "net", s -> ways(s, n -> n.privateSubnets(20).natGatewayPerZone()));
    catches("PLB-NET-011", "net", s -> ways(s, n -> n.publicSubnets(24).oneNatGateway()));
    accepts(
        "PLB-NET-011",
        s -> ways(s, n -> n.publicSubnets(24).privateSubnets(20).natGatewayPerZone()));
    accepts("PLB-NET-011", s -> ways(s, n -> n.privateSubnets(20)));
  }

  @Test
  void refusesAnEndpointListedTwice() {
    catches(
        "PLB-NET-012",
        "net",
        s -> ways(s, n -> n.endpoints(LOGS, OBJECT_STORE).endpoints(OBJECT_STORE)));
    accepts("PLB-NET-012", s -> ways(s, n -> n.endpoints(LOGS, OBJECT_STORE)));
  }

  @Test
  void warnsOfNetworksThatShareAddresses() {
    Diagnostic problem = catches("PLB-NET-013", "other", s -> twoNetworks(s, "10.0.128.0/17"));

    assertThat(problem.isError()).isFalse();
    assertThat(problem.detail()).contains("10.0.128.0/17").contains("network \"net\"");
    accepts("PLB-NET-013", s -> twoNetworks(s, "10.1.0.0/16"));
  }

  private static void twoNetworks(SiteBlueprint site, String block) {
    network(site, "net");
    site.network("other", n -> n.cidr(block).zones("us-east-1a").privateSubnets(20));
  }

  @Test
  void warnsOfARegistryWhoseLayersAreOutOfReach() {
    Diagnostic problem =
        catches("PLB-NET-014", "net", s -> ways(s, n -> n.endpoints(CONTAINER_REGISTRY)));

    assertThat(problem.isError()).isFalse();
    accepts("PLB-NET-014", s -> ways(s, n -> n.endpoints(CONTAINER_REGISTRY, OBJECT_STORE)));
    accepts(
        "PLB-NET-014",
        s ->
            ways(
                s,
                n ->
                    n.publicSubnets(24)
                        .privateSubnets(20)
                        .oneNatGateway()
                        .endpoints(CONTAINER_REGISTRY)));
  }

  private static void ways(SiteBlueprint site, Consumer<NetworkBuilder> setUp) {
    site.network("net", n -> setUp.accept(n.cidr("10.0.0.0/16").zones("us-east-1a")));
  }

  private static void subnets(SiteBlueprint site, String... blocks) {
    site.network("net", n -> n.cidr("10.0.0.0/16").zones("a", "b").privateSubnets(blocks));
  }

  @Test
  void refusesSubnetsThatDoNotFit() {
    catches(
        "PLB-NET-002",
        "net",
        s -> s.network("net", n -> n.cidr("10.0.0.0/16").zones("a", "b", "c").privateSubnets(17)));
    catches(
        "PLB-NET-002",
        "net",
        s -> s.network("net", n -> n.cidr("10.0.0.0/16").zones("a").privateSubnets(8)));
    catches(
        "PLB-NET-002",
        "net",
        s -> s.network("net", n -> n.cidr("10.0.0.0/16").zones("a").privateSubnets(33)));
    catches(
        "PLB-NET-002",
        "net",
        s ->
            s.network(
                "net",
                n -> n.cidr("10.0.0.0/16").zones("a").publicSubnets("10.0.0.0/24", "10.0.1.0/24")));
    accepts(
        "PLB-NET-002",
        s -> s.network("net", n -> n.cidr("10.0.0.0/16").zones("a", "b").privateSubnets(17)));
  }

  @Test
  void refusesAZoneListedTwice() {
    catches(
        "PLB-NET-005",
        "net",
        s -> s.network("net", n -> n.cidr("10.0.0.0/16").zones("a", "a").privateSubnets(20)));
    accepts("PLB-NET-005", s -> subnets(s, "10.0.0.0/20", "10.0.16.0/20"));
  }

  @Test
  void refusesANetworkWithoutZones() {
    catches(
        "PLB-NET-006", "net", s -> s.network("net", n -> n.cidr("10.0.0.0/16").privateSubnets(20)));
    accepts("PLB-NET-006", s -> subnets(s, "10.0.0.0/20", "10.0.16.0/20"));
  }
}
