package io.plumbline.dsl;

import io.plumbline.model.HostSoftware;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Says what runs on hosts, each with the very version that was tested with the others. */
public final class HostSoftwareBuilder {
  private final String release;
  private final Map<String, String> packages = new LinkedHashMap<>();
  private final List<String> services = new ArrayList<>();
  private @Nullable String kernel;
  private @Nullable String driver;
  private @Nullable String cuda;

  HostSoftwareBuilder(String release) {
    this.release = release;
  }

  /** The kernel that must be running, as {@code uname -r} says it. */
  public HostSoftwareBuilder kernel(String running) {
    kernel = running;
    return this;
  }

  /** Version of NVIDIA's driver: {@code "570.124.06"}. */
  public HostSoftwareBuilder driver(String version) {
    driver = version;
    return this;
  }

  /** Version of the CUDA toolkit: {@code "12.8.1"}. */
  public HostSoftwareBuilder cuda(String version) {
    cuda = version;
    return this;
  }

  /** A package at this version, as the package manager writes it: {@code "5:27.5.1-1"}. */
  public HostSoftwareBuilder pin(String name, String version) {
    packages.put(name, version);
    return this;
  }

  /** Units that are enabled and run, by name without {@code .service}. Called again, it adds. */
  public HostSoftwareBuilder services(String... units) {
    services.addAll(List.of(units));
    return this;
  }

  HostSoftware build() {
    return new HostSoftware(release, kernel, driver, cuda, packages, services);
  }
}
