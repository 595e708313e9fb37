package io.plumbline.aws.lower;

import io.plumbline.model.Endpoint;
import java.util.List;
import java.util.Set;

/** What AWS calls the services that endpoints lead to. */
final class EndpointServices {
  private EndpointServices() {}

  /** In China, these have a name of another form than elsewhere; gateways do not. */
  private static final Set<String> NAMED_APART_IN_CHINA =
      Set.of("autoscaling", "ec2", "ecr.api", "ecr.dkr", "eks", "monitoring", "sqs", "sts");

  /** Whether it is reached by a route, for nothing, instead of an address, which costs. */
  static boolean isRouted(Endpoint endpoint) {
    return endpoint == Endpoint.OBJECT_STORE || endpoint == Endpoint.KEY_VALUE_STORE;
  }

  /** Some take several endpoints to work. */
  static List<String> of(Endpoint endpoint) {
    return switch (endpoint) {
      case OBJECT_STORE -> List.of("s3");
      case KEY_VALUE_STORE -> List.of("dynamodb");
      case CONTAINER_REGISTRY -> List.of("ecr.api", "ecr.dkr");
      case NODE_SESSIONS -> List.of("ssm", "ssmmessages", "ec2messages");
      case SECRETS -> List.of("secretsmanager");
      case KEYS -> List.of("kms");
      case LOGS -> List.of("logs");
      case METRICS -> List.of("monitoring");
      case IDENTITY -> List.of("sts");
      case COMPUTE -> List.of("ec2");
      case SCALING -> List.of("autoscaling");
      case QUEUES -> List.of("sqs");
      case EVENTS -> List.of("events");
      case KUBERNETES -> List.of("eks");
    };
  }

  /** The whole name: {@code com.amazonaws.us-east-1.s3}. */
  static String name(String service, String region) {
    boolean apart = region.startsWith("cn-") && NAMED_APART_IN_CHINA.contains(service);
    return (apart ? "cn." : "") + "com.amazonaws." + region + "." + service;
  }
}
