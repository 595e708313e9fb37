package io.plumbline.azure.lower;

/** The most characters that Azure takes in the names of its kinds. */
final class Names {
  static final int RESOURCE_GROUP = 90;
  static final int NETWORK = 64;
  static final int SCALE_SET = 64;
  static final int CLUSTER = 63;

  /** Of a cluster in the names of its API. */
  static final int DNS_PREFIX = 54;

  /** Letters and digits alone. */
  static final int AGENT_POOL = 12;

  static final int STORAGE_ACCOUNT = 24;

  /** Azure's own takes more; its host goes by so many. */
  static final int FUNCTION_APP = 32;

  static final int PLAN = 40;
  static final int EVENT_SUBSCRIPTION = 64;
  static final int KEY_VAULT = 24;
  static final int KEY = 127;

  /** Addresses, gateways, groups of rules and of reservations, and what stands in others. */
  static final int USUAL = 80;

  /** What is hashed, and no name of anything. */
  static final int LONG = 255;

  /** Of a machine's own name; Azure puts six characters behind it. */
  static final int COMPUTER = 50;

  private Names() {}
}
