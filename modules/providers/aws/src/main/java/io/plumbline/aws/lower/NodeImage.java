package io.plumbline.aws.lower;

import io.plumbline.model.NodePool.OperatingSystem;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Which of the images that EKS keeps a node boots from. It follows from the machine: only some have
 * the drivers of its accelerators. Names as in the Amazon EKS API Reference, Nodegroup: amiType
 * (2025-06).
 */
public final class NodeImage {
  /** Families of Graviton and Grace: the letter g behind the generation, GB behind a p6e. */
  private static final Pattern ARM = Pattern.compile("(a1|[a-z]+[0-9]+g[a-z]*|p6e-gb[0-9]+)\\..*");

  private static final Pattern NVIDIA = Pattern.compile("[gp][0-9].*");
  private static final Pattern NEURON = Pattern.compile("(trn|inf)[0-9].*");

  private NodeImage() {}

  /** The image of nodes that are of these types, the first one deciding. */
  public static String of(OperatingSystem system, List<String> types) {
    String type = types.isEmpty() ? "" : types.get(0);
    String processor = ARM.matcher(type).matches() ? "ARM_64" : "x86_64";
    boolean nvidia = NVIDIA.matcher(type).matches();
    return switch (system) {
      case GENERAL -> {
        String neuronOr = NEURON.matcher(type).matches() ? "_NEURON" : "_STANDARD";
        yield "AL2023_" + processor + (nvidia ? "_NVIDIA" : neuronOr);
      }
      case CONTAINERS_ONLY -> "BOTTLEROCKET_" + processor + (nvidia ? "_NVIDIA" : "");
    };
  }
}
