package io.plumbline.azure.kinds;

/** The commands of Azure's CLI by which one thing is removed. */
final class AzCommand {
  private AzCommand() {}

  /** By its id, whatever it is; asks nothing. */
  static final String DELETE = "az resource delete --ids {id}";
}
