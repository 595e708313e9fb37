package io.plumbline.azure.standin;

import io.plumbline.value.Value;
import java.io.IOException;

/**
 * The stand-in as a program of its own, for environments that are sandboxes. It has what a
 * subscription has before a fleet comes to it: the key by which operators log in.
 */
public final class AzureSandbox {
  private static final String API_VERSION = "2024-11-01";
  private static final String OPERATORS =
      "/subscriptions/" + AzureStandIn.SUBSCRIPTION + "/resourceGroups/operators";

  private AzureSandbox() {}

  /** Runs at a port for as long as a process does: {@code PORT PID}. */
  public static void main(String[] arguments) throws IOException {
    int port = Integer.parseInt(arguments[0]);
    long beside = Long.parseLong(arguments[1]);
    try (AzureStandIn running = AzureStandIn.start(port, 100)) {
      Value.Obj here = Value.object("location", Value.text("eastus"));
      running.add(OPERATORS, API_VERSION, here);
      running.add(
          OPERATORS + "/providers/Microsoft.Compute/sshPublicKeys/operators",
          API_VERSION,
          Value.object(
              "location", Value.text("eastus"),
              "properties",
                  Value.object("publicKey", Value.text("ssh-ed25519 AAAAC3Nza operators"))));
      ProcessHandle.of(beside).ifPresent(process -> process.onExit().join());
    }
    System.exit(0);
  }
}
