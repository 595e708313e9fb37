package io.plumbline.model;

/**
 * One stack of one environment on one site: what an engine provisions in one go, and where its
 * files lie.
 */
public record Target(String environment, String stack, Site site) {

  /** {@code ENV/STACK/SITE}, the folder below the output or work directory. */
  public String path() {
    return environment + "/" + stack + "/" + site.name();
  }

  @Override
  public String toString() {
    return path();
  }
}
