package io.plumbline.aws.lower;

/** The most characters that AWS takes in the names of its kinds. */
final class Names {
  static final int ALARM = 255;
  static final int BALANCER = 32;
  static final int BUCKET = 63;
  static final int CLUSTER = 100;
  static final int EVENT_RULE = 64;
  static final int FUNCTION = 64;
  static final int INSTANCE_PROFILE = 128;
  static final int KEY_ALIAS = 250;
  static final int LAUNCH_TEMPLATE = 128;
  static final int NODE_GROUP = 63;
  static final int PARAMETER = 255;
  static final int PLACEMENT_GROUP = 255;
  static final int QUEUE = 80;
  static final int ROLE = 64;
  static final int SCALING_GROUP = 255;
  static final int SCALING_POLICY = 255;
  static final int SECURITY_GROUP = 255;

  private Names() {}

  /** AWS keeps names that start with {@code sg-} for the ids of its own. */
  static String ofSecurityGroup(String liveName) {
    return liveName.startsWith("sg-")
        ? "plumbline-" + liveName.substring(0, Math.min(liveName.length(), SECURITY_GROUP - 10))
        : liveName;
  }

  /**
   * AWS keeps names of balancers that start with {@code internal-} for addresses of its own, and
   * refuses two hyphens in a row in names of target groups.
   */
  static String ofBalancer(String liveName) {
    String name = liveName.startsWith("internal-") ? "p" + liveName : liveName;
    String single = name.replaceAll("-{2,}", "-");
    return single.substring(0, Math.min(single.length(), BALANCER)).replaceAll("-$", "");
  }
}
