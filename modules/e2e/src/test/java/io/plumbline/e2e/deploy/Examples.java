package io.plumbline.e2e.deploy;

/** Parameters for the example stacks of this repository. */
final class Examples {
  private static final String IMAGE =
      "image:"
          + " /aws/service/deeplearning/ami/x86_64/base-oss-nvidia-driver-gpu-ubuntu-22.04/latest/ami-id";

  static final String TRAINING =
      """
      cidr: 10.20.0.0/16
      zones: [us-east-1a, us-east-1b]
      trainers: 2
      spot:
        types: [p5.48xlarge, p4de.24xlarge]
        min: 0
        max: 4
        onDemandBase: 1
        maxPrice: 40 USD/h
      """
          + IMAGE;

  static final String SERVING =
      """
      vpc: corporate
      subnet: corporate-a
      clients: 10.0.0.0/8
      nodes: 2
      """
          + IMAGE;

  private Examples() {}
}
