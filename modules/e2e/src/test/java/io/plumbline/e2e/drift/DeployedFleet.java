package io.plumbline.e2e.drift;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.e2e.harness.Aws;
import io.plumbline.e2e.harness.Plumbline;
import io.plumbline.e2e.harness.ProjectFolder;
import io.plumbline.e2e.harness.SandboxServer;
import java.io.IOException;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A stack, the example unless said otherwise, deployed once for a class of tests into a sandbox of
 * their own.
 */
final class DeployedFleet implements BeforeAllCallback, AfterAllCallback {
  static final String STACK = "llm-training";

  private final String name;
  private final String stack;
  private final String parameters;
  private final Consumer<Aws> before;
  private final SandboxServer sandbox = new SandboxServer();
  private @Nullable ProjectFolder project;

  DeployedFleet(String name) {
    this(name, STACK, Example.PARAMETERS);
  }

  DeployedFleet(String name, String stack, String parameters) {
    this(name, stack, parameters, aws -> {});
  }

  /**
   * Another stack.
   *
   * @param before makes what must be there before
   */
  DeployedFleet(String name, String stack, String parameters, Consumer<Aws> before) {
    this.name = name;
    this.stack = stack;
    this.parameters = parameters;
    this.before = before;
  }

  @Override
  public void beforeAll(ExtensionContext context) throws IOException {
    sandbox.beforeAll(context);
    before.accept(sandbox.aws());
    project = ProjectFolder.make(name, sandbox).engine("cloudformation").stack(stack, parameters);
    Plumbline.Result deployed = plumbline().run("deploy");
    assertThat(deployed.exit()).as(deployed.toString()).isZero();
  }

  @Override
  public void afterAll(ExtensionContext context) {
    sandbox.afterAll(context);
  }

  SandboxServer sandbox() {
    return sandbox;
  }

  ProjectFolder project() {
    return Objects.requireNonNull(project, "not deployed yet");
  }

  Plumbline plumbline() {
    return new Plumbline(project());
  }

  /** A way to its parts that is not Plumbline's. */
  Fleet fleet() {
    return new Fleet(sandbox.aws());
  }

  /** Checks it; the report is JSON. */
  Plumbline.Result drift() {
    return plumbline().run("drift", "--output", "json");
  }
}
