package io.plumbline.azure.lower;

import io.plumbline.model.KubernetesCluster;
import io.plumbline.model.Network;
import io.plumbline.unit.Cidr;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;

/**
 * The addresses that a cluster has beside its network's: Azure's own choice of them lies where many
 * networks do.
 *
 * @param pods of pods, 256 for each node
 * @param services of services
 * @param names where pods ask for names: the tenth of the services' addresses
 */
public record ClusterBlocks(Cidr pods, Cidr services, String names) {
  /** For a thousand nodes, as many as an agent pool may have. */
  private static final List<String> PODS = List.of("10.244.0.0/14", "172.16.0.0/14");

  private static final List<String> SERVICES = List.of("172.31.0.0/16", "192.168.0.0/16");
  private static final int TENTH = 10;

  /** Those of a cluster whose network is known, or of any. */
  public static ClusterBlocks of(KubernetesCluster cluster) {
    List<Cidr> taken = new ArrayList<>();
    if (cluster.subnets() != null
        && cluster.subnets().network() instanceof Network network
        && network.cidr() != null) {
      taken.add(network.cidr());
    }
    Cidr services = cluster.serviceCidr() == null ? free(SERVICES, taken) : cluster.serviceCidr();
    taken.add(services);
    return new ClusterBlocks(free(PODS, taken), services, tenth(services));
  }

  /** The first that overlaps with none; where all do, a rule says so. */
  private static Cidr free(List<String> candidates, List<Cidr> taken) {
    return candidates.stream()
        .map(Cidr::parse)
        .filter(block -> taken.stream().noneMatch(block::overlaps))
        .findFirst()
        .orElseGet(() -> Cidr.parse(candidates.get(0)));
  }

  private static String tenth(Cidr block) {
    int address = block.first().intValue() + TENTH;
    byte[] bytes = {
      (byte) (address >>> 24), (byte) (address >>> 16), (byte) (address >>> 8), (byte) address
    };
    try {
      return InetAddress.getByAddress(bytes).getHostAddress();
    } catch (UnknownHostException e) {
      throw new IllegalStateException("four bytes are an address", e);
    }
  }
}
