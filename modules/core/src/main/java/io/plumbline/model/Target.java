package io.plumbline.model;

/**
 * One stack of one environment on one site: what an engine provisions in one go, and where its
 * files lie.
 */
public record Target(String environment, String stack, Site site) {

  private static final String SANDBOX = "sandbox";

  /**
   * Whether an environment of this name is on this machine alone, where nobody is asked before a
   * change: {@code sandbox}, and each whose name begins with {@code sandbox-}.
   */
  public static boolean isSandbox(String environment) {
    return environment.equals(SANDBOX) || environment.startsWith(SANDBOX + "-");
  }

  /** Whether it is on this machine alone. */
  public boolean isInSandbox() {
    return isSandbox(environment);
  }

  /** {@code ENV/STACK/SITE}, the folder below the output or work directory. */
  public String path() {
    return environment + "/" + stack + "/" + site.name();
  }

  @Override
  public String toString() {
    return path();
  }
}
