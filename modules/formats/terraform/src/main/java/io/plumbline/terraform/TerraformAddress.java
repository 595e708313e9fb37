package io.plumbline.terraform;

/**
 * What Terraform calls things. An address has no underscore, so that a local name tells its
 * address.
 *
 * <p>{@code trainers/template} is {@code trainers_template}; {@code 8gpu} is {@code _8gpu}, since a
 * name begins with no digit.
 */
final class TerraformAddress {
  private TerraformAddress() {}

  /** The local name of what has this address: of its resource in each type, and of its variable. */
  static String local(String address) {
    String name = address.replace('/', '_');
    return Character.isDigit(name.charAt(0)) ? "_" + name : name;
  }

  /**
   * The name of the variable with {@code output} of something existing; its id goes without saying.
   */
  static String variable(String address, String output) {
    return output.equals("id") ? local(address) : local(address) + "__" + output;
  }

  /** The address behind a local name. */
  static String of(String local) {
    String name = local.startsWith("_") ? local.substring(1) : local;
    return name.replace('_', '/');
  }
}
