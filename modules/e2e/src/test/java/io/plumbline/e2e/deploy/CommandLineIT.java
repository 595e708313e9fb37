package io.plumbline.e2e.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.e2e.harness.Plumbline;
import io.plumbline.e2e.harness.Plumbline.Result;
import io.plumbline.e2e.harness.ProjectFolder;
import io.plumbline.e2e.harness.SandboxServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The command line in processes of its own: on poor machines, and two at a time. */
class CommandLineIT {
  @RegisterExtension static final SandboxServer SANDBOX = new SandboxServer();

  @Test
  void provisionsTheExamplesWithoutTerraform() throws IOException {
    Neighbours.moveInto(SANDBOX.aws());
    ProjectFolder project =
        ProjectFolder.make("examples", SANDBOX)
            .stack("llm-training", Examples.TRAINING)
            .stack("llm-serving", Examples.SERVING);
    Path nothing = Files.createDirectories(project.home().resolve("no-programs"));
    Plumbline plumbline = new Plumbline(project);

    Result deploy = plumbline.forked().variable("PATH", nothing.toString()).run("deploy");

    assertThat(deploy.exit()).as("%s", deploy).isZero();
    assertThat(deploy.err()).contains("with cloudformation").doesNotContain("SLF4J");
    assertThat(deploy.out()).contains("in sync");
    assertThat(plumbline.run("plan").out()).startsWith("sandbox: nothing to change\n");
  }

  @Test
  void refusesTheSecondOfTwoDeploysAndNamesTheFirst() throws Exception {
    ProjectFolder project =
        ProjectFolder.make("two-at-a-time", SANDBOX)
            .engine("cloudformation")
            .stack("model-store", "bucket: held\naction: s3:GetObject");
    Plumbline plumbline = new Plumbline(project);
    try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      project.endpoint(URI.create("http://127.0.0.1:" + silent.getLocalPort()));
      Process first = plumbline.forked().start("deploy");
      try (Socket asked = silent.accept()) {
        project.endpoint(SANDBOX.url());
        Result second = plumbline.run("deploy");
        assertThat(second.exit()).isEqualTo(1);
        assertThat(second.err())
            .contains("sandbox is held by `plumbline deploy`", ", process " + first.pid() + ",");
      } finally {
        first.destroyForcibly().waitFor();
      }
    }
    Result third = plumbline.run("deploy");
    assertThat(third.exit()).as("%s", third).isZero();
    assertThat(third.err()).contains("taking over the lock", "which has ended");
  }
}
