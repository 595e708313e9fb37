package io.plumbline.e2e.ci;

import static org.assertj.core.api.Assertions.assertThat;

import groovy.lang.GroovyShell;
import io.plumbline.e2e.harness.Plumbline;
import io.plumbline.e2e.harness.ProjectFolder;
import io.plumbline.e2e.harness.SandboxServer;
import io.plumbline.testkit.live.Fault;
import io.plumbline.testkit.live.FaultProxy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.codehaus.groovy.control.CompilerConfiguration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;

/**
 * The Jenkinsfile as Groovy, with its shell run for real. That Jenkins itself takes it is not shown
 * here: its checker of declarative pipelines comes with Jenkins alone.
 */
class JenkinsfileIT {
  private static final Path FILE = Workflow.ROOT.resolve("ci/Jenkinsfile");

  @RegisterExtension static final SandboxServer SANDBOX = new SandboxServer();

  private static ProjectFolder project;

  @BeforeAll
  static void deploy() throws IOException {
    project =
        ProjectFolder.make("jenkins", SANDBOX)
            .engine("cloudformation")
            .stack("model-store", "bucket: checked\naction: s3:GetObject");
    Plumbline.Result deployed = new Plumbline(project).run("deploy");
    assertThat(deployed.exit()).as("%s", deployed).isZero();
    Launcher.write(project.home());
  }

  private static Pipeline build(String environment) throws IOException {
    CompilerConfiguration configuration = new CompilerConfiguration();
    configuration.setScriptBaseClass(Pipeline.class.getName());
    Pipeline pipeline =
        (Pipeline)
            new GroovyShell(JenkinsfileIT.class.getClassLoader(), configuration)
                .parse(FILE.toFile());
    pipeline.at(project.home(), environment);
    pipeline.run();
    assertThat(pipeline.axes()).containsEntry("FLEET", List.of("dev", "prod"));
    assertThat(pipeline.published())
        .containsExactly(
            "junit reports/" + environment + "/drift.junit.xml",
            "archiveArtifacts reports/" + environment + "/*");
    return pipeline;
  }

  @Test
  void theExitCodeIsTheStatusOfTheBuild() throws IOException {
    assertThat(build("sandbox").outcomes()).isEmpty();
    for (String report : new String[] {"junit.xml", "sarif", "html", "json"}) {
      assertThat(project.home().resolve("reports/sandbox/drift." + report)).isNotEmptyFile();
    }

    try (FaultProxy proxy = new FaultProxy(SANDBOX.url())) {
      proxy.spoil("GetBucketVersioning", Fault.denied());
      project.endpoint(proxy.uri());
      assertThat(build("sandbox").outcomes())
          .containsExactly("UNSTABLE sandbox: nothing found, and not all could be read");
      project.endpoint(SANDBOX.url());
    }

    SANDBOX
        .aws()
        .s3()
        .putBucketVersioning(
            v ->
                v.bucket("checked")
                    .versioningConfiguration(c -> c.status(BucketVersioningStatus.SUSPENDED)));
    assertThat(build("sandbox").outcomes()).containsExactly("FAILURE sandbox: drift");
  }

  @Test
  void aCheckThatFailsIsAFailureWithoutReports() throws IOException {
    Path stale = project.home().resolve("reports/elsewhere/drift.html");
    Files.createDirectories(stale.getParent());
    Files.writeString(stale, "of an earlier build");
    assertThat(build("elsewhere").outcomes())
        .containsExactly(
            "FAILURE elsewhere 1/2: the check failed with exit code 1",
            "FAILURE elsewhere 2/2: the check failed with exit code 1",
            "FAILURE no stash elsewhere-1-of-2",
            "FAILURE no stash elsewhere-2-of-2",
            "FAILURE elsewhere: the check failed with exit code 1");
    assertThat(stale).doesNotExist();
  }
}
