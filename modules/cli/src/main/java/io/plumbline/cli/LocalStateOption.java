package io.plumbline.cli;

import picocli.CommandLine.Option;

/** Whether this machine alone may keep what others ought to see. */
final class LocalStateOption {
  @Option(
      names = "--allow-local-state",
      description = "keep state on this machine alone, in an environment other than sandbox")
  boolean allowed;
}
