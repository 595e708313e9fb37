package io.plumbline.e2e.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.e2e.harness.Plumbline;
import io.plumbline.e2e.harness.Plumbline.Result;
import io.plumbline.e2e.harness.ProjectFolder;
import io.plumbline.e2e.harness.SandboxServer;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;

/** Plans that are kept, and what is kept from plans. */
class PlansIT {
  private static final String STACK = "model-store";

  @RegisterExtension static final SandboxServer SANDBOX = new SandboxServer();

  @ParameterizedTest
  @ValueSource(strings = {"terraform", "cloudformation"})
  void areCarriedOutAsLongAsNothingMovesAndProtectWhatCannotBeGotBack(String engine) {
    SANDBOX.empty();
    ProjectFolder project = ProjectFolder.make("plans-" + engine, SANDBOX).engine(engine);
    Plumbline plumbline = new Plumbline(project);
    describe(project, "models-1", "s3:GetObject");

    assertExit(2, plumbline.run("plan", "-o", file(project)));
    refused(
        plumbline.run("deploy", file(project), "-s", "other"),
        "another -s: for model-store, not for other");
    refused(
        plumbline.run("deploy", file(project), "--release", "models"),
        "another --release: for none, not for models");
    assertExit(0, plumbline.run("deploy", file(project), "-s", STACK));
    refused(plumbline.run("deploy", file(project)), "the release has moved");

    describe(project, "models-1", "s3:PutObject");
    assertExit(2, plumbline.run("plan", "-o", file(project)));
    version(BucketVersioningStatus.SUSPENDED);
    refused(plumbline.run("deploy", file(project)), "the live environment has moved");
    version(BucketVersioningStatus.ENABLED);
    describe(project, "models-1", "s3:DeleteObject");
    refused(plumbline.run("deploy", file(project)), "the code has moved");
    describe(project, "models-1", "s3:PutObject");
    assertExit(0, plumbline.run("deploy", file(project)));

    version(BucketVersioningStatus.SUSPENDED);
    Result drifted = plumbline.run("plan");
    assertExit(2, drifted);
    assertThat(drifted.out()).contains("drift since the last deploy: 1 found, 1 of them");
    assertExit(0, plumbline.run("deploy"));

    describe(project, "models-2", "s3:PutObject");
    refused(plumbline.run("plan"), "models", "ModelStore.java:", "--release models");
    describe(project, "none", "s3:PutObject");
    refused(plumbline.run("deploy"), "models", "ModelStore.java:", "--release models");
    assertThat(buckets()).containsExactly("models-1");
    // CloudFormation goes by the policy that the bucket was deployed with, and lets go of it.
    boolean forgets = engine.equals("cloudformation");
    Result released = plumbline.run("plan", "--release", "models");
    assertThat(released.out()).contains("1 to " + (forgets ? "forget" : "delete"));
    assertExit(0, plumbline.run("deploy", "--release", "models"));
    assertThat(buckets()).hasSize(forgets ? 1 : 0);
  }

  @Test
  void protectWhatCannotBeGotBackAlsoWhereItsRecordIsLost() throws IOException {
    SANDBOX.empty();
    ProjectFolder project = ProjectFolder.make("plans-lost", SANDBOX).engine("terraform");
    Plumbline plumbline = new Plumbline(project);
    describe(project, "models-1", "s3:GetObject");
    assertExit(0, plumbline.run("deploy"));
    Files.delete(project.work(STACK).resolve("release.json"));

    describe(project, "none", "s3:GetObject");
    refused(plumbline.run("deploy"), "aws_s3_bucket models would be deleted", "--release models");
    assertThat(buckets()).containsExactly("models-1");
    assertExit(0, plumbline.run("deploy", "--release", "models"));
    assertThat(buckets()).isEmpty();
  }

  private static void describe(ProjectFolder project, String bucket, String action) {
    project.stack(STACK, "bucket: " + bucket + "\naction: " + action);
  }

  private static String file(ProjectFolder project) {
    return project.home().resolve("plan.plumbline").toString();
  }

  private static void version(BucketVersioningStatus status) {
    SANDBOX
        .aws()
        .s3()
        .putBucketVersioning(
            v -> v.bucket("models-1").versioningConfiguration(c -> c.status(status)));
  }

  private static List<String> buckets() {
    return SANDBOX.aws().s3().listBuckets().buckets().stream().map(b -> b.name()).toList();
  }

  private static void assertExit(int expected, Result result) {
    assertThat(result.exit()).as("%s", result).isEqualTo(expected);
  }

  private static void refused(Result result, String... reasons) {
    assertExit(1, result);
    assertThat(result.err()).as("%s", result).contains(reasons);
  }
}
