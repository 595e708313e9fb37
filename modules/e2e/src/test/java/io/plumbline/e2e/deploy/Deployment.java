package io.plumbline.e2e.deploy;

import io.plumbline.aws.AwsProvider;
import io.plumbline.aws.kinds.AwsKinds;
import io.plumbline.drift.Observation;
import io.plumbline.drift.Observer;
import io.plumbline.e2e.harness.Plumbline;
import io.plumbline.e2e.harness.Plumbline.Result;
import io.plumbline.e2e.harness.ProjectFolder;
import io.plumbline.e2e.harness.SandboxServer;
import io.plumbline.kind.ResourceKind;
import io.plumbline.live.aws.AwsLiveFactory;
import io.plumbline.model.Site;
import io.plumbline.model.Target;
import io.plumbline.spi.LiveSource;
import io.plumbline.state.FolderStore;
import io.plumbline.state.Release;
import io.plumbline.state.Releases;
import java.util.Map;
import java.util.Objects;

/**
 * One stack in one sandbox, deployed by one engine.
 *
 * @param deploy what the deploy came to
 */
record Deployment(String stack, ProjectFolder project, SandboxServer sandbox, Result deploy) {

  static Deployment of(String stack, String parameters, String engine, SandboxServer sandbox) {
    ProjectFolder project =
        ProjectFolder.make(stack + "-" + engine, sandbox).engine(engine).stack(stack, parameters);
    return new Deployment(stack, project, sandbox, new Plumbline(project).run("deploy"));
  }

  Plumbline plumbline() {
    return new Plumbline(project);
  }

  Target target() {
    Map<String, String> settings =
        Map.of("region", "us-east-1", "endpoint", sandbox.url().toString(), "credentials", "fake");
    return new Target("sandbox", stack, new Site("main", "aws", "auto", settings, null));
  }

  /** What the deploy left behind. */
  Release release() {
    FolderStore store = new FolderStore(project.home().resolve(".plumbline"));
    Releases releases = new Releases(store, Deployment::kind);
    return Objects.requireNonNull(releases.find(target()), "nothing is deployed");
  }

  private static ResourceKind kind(String id) {
    return AwsKinds.ALL.stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
  }

  /** What is there now. */
  Observation observe() {
    try (LiveSource source = new AwsLiveFactory().open(target().site())) {
      return new Observer(new AwsProvider(), source)
          .observe(target(), release().graph(), release().liveIds());
    }
  }
}
