package io.plumbline.azure.lower;

import io.plumbline.model.Endpoint;
import io.plumbline.model.Network;
import java.util.List;

/** What Azure calls the services that a subnet reaches without the internet. */
final class ServiceEndpoints {
  private ServiceEndpoints() {}

  static List<String> of(Network network) {
    return network.endpoints().stream()
        .map(ServiceEndpoints::of)
        .filter(name -> !name.isEmpty())
        .distinct()
        .sorted()
        .toList();
  }

  /** The name of one; empty where Azure has no such endpoint. */
  static String of(Endpoint endpoint) {
    return switch (endpoint) {
      case OBJECT_STORE -> "Microsoft.Storage";
      case KEY_VALUE_STORE -> "Microsoft.AzureCosmosDB";
      case CONTAINER_REGISTRY -> "Microsoft.ContainerRegistry";
      case SECRETS, KEYS -> "Microsoft.KeyVault";
      case QUEUES -> "Microsoft.ServiceBus";
      case EVENTS -> "Microsoft.EventHub";
      case IDENTITY -> "Microsoft.AzureActiveDirectory";
      case NODE_SESSIONS, LOGS, METRICS, COMPUTE, SCALING, KUBERNETES -> "";
    };
  }
}
