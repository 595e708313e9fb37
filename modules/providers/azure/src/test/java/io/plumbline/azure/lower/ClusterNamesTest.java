package io.plumbline.azure.lower;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.azure.AzureProvider;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.model.Network;
import io.plumbline.testkit.AzureFleet;
import io.plumbline.testkit.Describing;
import io.plumbline.value.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What agent pools are called, of which AKS takes twelve letters and digits. */
final class ClusterNamesTest {
  private static final List<String> IDS =
      List.of("jobs", "a-b", "ab", "trainers-of-models", "trainers-of-models-2", "8-gpus");

  @Test
  void callsEachPoolByAnotherNameThatAksTakes() {
    ResourceGraph graph = lowered();
    Set<String> names = new HashSet<>();
    for (String id : IDS) {
      names.add(((Value.Text) graph.get(id + "/pool").attributes().get("name")).value());
    }
    assertThat(names).hasSize(IDS.size()).allMatch(name -> name.matches("[a-z][a-z0-9]{0,11}"));
    assertThat(names).contains("jobs", "ab");
  }

  @Test
  void givesServicesAndPodsAddressesThatTheNetworkHasNot() {
    Value.Obj cluster = lowered().get("cluster").attributes();
    assertThat(cluster.get("serviceCidr")).isEqualTo(Value.text("192.168.0.0/16"));
    assertThat(cluster.get("dnsServiceIP")).isEqualTo(Value.text("192.168.0.10"));
    assertThat(cluster.get("podCidr")).isEqualTo(Value.text("10.244.0.0/14"));
  }

  private static ResourceGraph lowered() {
    return new AzureProvider()
        .lower(
            Describing.on(
                AzureFleet.SITE,
                site -> {
                  Network net =
                      site.network(
                          "net", n -> n.cidr("172.31.0.0/16").zones("1", "2").privateSubnets(20));
                  var cluster =
                      site.kubernetesCluster(
                          "cluster", c -> c.in(net.privateSubnets()).version("1.33"));
                  IDS.forEach(
                      id ->
                          site.nodePool(
                              id, n -> n.of(cluster).instanceTypes("Standard_D8ds_v5").count(1)));
                }),
            AzureFleet.TARGET);
  }
}
