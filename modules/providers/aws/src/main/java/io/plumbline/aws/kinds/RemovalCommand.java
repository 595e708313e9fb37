package io.plumbline.aws.kinds;

/** Commands of AWS's command line, version 2, for what is in no design. */
final class RemovalCommand {
  private RemovalCommand() {}

  /** A command with the place that the site names. */
  static String aws(String command) {
    return "aws " + command + " --region {site:region}[ --endpoint-url {site:endpoint}]";
  }
}
