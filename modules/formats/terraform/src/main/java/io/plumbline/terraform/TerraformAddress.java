package io.plumbline.terraform;

import io.plumbline.value.Value;

/**
 * What Terraform calls things. An address has no underscore, so that a local name tells its
 * address.
 *
 * <p>{@code trainers/template} is {@code trainers_template}; {@code 8gpu} is {@code _8gpu}, since a
 * name begins with no digit.
 */
final class TerraformAddress {
  /** For the colon after the name of another stack; an output has two before it. */
  private static final String FOREIGN = "___";

  private TerraformAddress() {}

  /** The local name of what has this address: of its resource in each type, and of its variable. */
  static String local(String address) {
    String name = address.replace(":", FOREIGN).replace('/', '_');
    return Character.isDigit(name.charAt(0)) ? "_" + name : name;
  }

  /**
   * The name of the variable with {@code output} of something existing; its id goes without saying.
   */
  static String variable(String address, String output) {
    return output.equals("id") ? local(address) : local(address) + "__" + output;
  }

  /** The address and output behind the name of a variable. */
  static Value.Ref input(String variable) {
    String name = variable.replace(FOREIGN, ":");
    int output = name.indexOf("__", 1);
    return output < 0
        ? new Value.Ref(of(name), "id")
        : new Value.Ref(of(name.substring(0, output)), name.substring(output + 2));
  }

  /** The address behind a local name. */
  static String of(String local) {
    String name = local.startsWith("_") ? local.substring(1) : local;
    return name.replace(FOREIGN, ":").replace('_', '/');
  }
}
