package io.plumbline.e2e.drift;

/** Parameters of the example stack. */
final class Example {
  private Example() {}

  static final String PARAMETERS =
      """
      cidr: 10.20.0.0/16
      zones: [us-east-1a, us-east-1b]
      image: /aws/service/deeplearning/ami/latest/ami-id
      trainers: 2
      spot:
        types: [p5.48xlarge, p4de.24xlarge]
        min: 0
        max: 4
        onDemandBase: 1
        maxPrice: 40 USD/h
      """;

  /** Of the stack {@code reserved-training}. */
  static final String RESERVED =
      """
      cidr: 10.70.0.0/16
      zone: us-east-1a
      type: p5.48xlarge
      reserved: 4
      until: 2099-01-31T00:00:00Z
      running: 1
      image: /aws/service/deeplearning/ami/latest/ami-id
      """;

  /** Of the stack {@code scaled-serving}. */
  static final String SERVING =
      """
      cidr: 10.21.0.0/16
      zones: [us-east-1a, us-east-1b]
      image: /aws/service/deeplearning/ami/latest/ami-id
      certificate: arn:aws:acm:us-east-1:123456789012:certificate/5b2e2f6a-3a1c
      domain: example.com
      host: api.example.com
      least: 2
      most: 8
      atNight: 3
      clock: Europe/Berlin
      """;

  /** {@link #PARAMETERS} with another number of steady nodes. */
  static String withTrainers(int nodes) {
    return PARAMETERS.replace("trainers: 2", "trainers: " + nodes);
  }
}
