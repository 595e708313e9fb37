package io.plumbline.e2e.harness;

import io.plumbline.testkit.lab.HostLab;
import io.plumbline.testkit.lab.LabHost;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Machines of its own for one test class: {@code @RegisterExtension static final Machines MACHINES
 * = new Machines(8, 2);}.
 */
public final class Machines implements BeforeAllCallback, AfterAllCallback {
  private final int hosts;
  private final int systemd;
  private @Nullable HostLab lab;

  /**
   * So many.
   *
   * @param systemd how many of them, the first ones, run systemd
   */
  public Machines(int hosts, int systemd) {
    this.hosts = hosts;
    this.systemd = systemd;
  }

  @Override
  public void beforeAll(ExtensionContext context) throws IOException {
    lab = HostLab.start(SandboxServer.repository(), hosts, systemd);
  }

  @Override
  public void afterAll(ExtensionContext context) throws IOException {
    if (lab != null) {
      lab.close();
    }
  }

  public HostLab lab() {
    return Objects.requireNonNull(lab, "the machines do not run yet");
  }

  /** Those with systemd come first. */
  public List<LabHost> all() {
    return lab().hosts();
  }

  /** The machine of this name: {@code "node-1"}. */
  public LabHost named(String name) {
    return all().stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
  }
}
