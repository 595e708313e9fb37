package io.plumbline.maven;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/**
 * Provisions the stacks. A local sandbox needs no consent; any other environment wants a plan file
 * or an explicit yes, since a build has nobody to ask.
 */
@Mojo(
    name = "deploy",
    defaultPhase = LifecyclePhase.DEPLOY,
    requiresDependencyResolution = ResolutionScope.RUNTIME)
final class DeployMojo extends PlumblineMojo {

  /** A plan file, written by {@code plumbline plan -o FILE}, to carry out exactly. */
  @Parameter(property = "plumbline.plan")
  private @Nullable String plan;

  /** Consent to changing an environment other than the sandbox without a plan file. */
  @Parameter(property = "plumbline.yes", defaultValue = "false")
  private boolean yes;

  @Override
  List<String> command() {
    List<String> command = new ArrayList<>(List.of("deploy"));
    if (plan != null) {
      command.add(plan);
    }
    if (yes) {
      command.add("--yes");
    }
    return command;
  }

  @Override
  Optional<String> failure(int exitCode) {
    return exitCode == 0
        ? Optional.empty()
        : Optional.of("not everything was deployed; see above, mend it, and deploy again");
  }
}
