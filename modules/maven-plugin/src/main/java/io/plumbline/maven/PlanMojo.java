package io.plumbline.maven;

import java.util.List;
import java.util.Optional;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Shows what a deploy would change; changes are no failure. */
@Mojo(
    name = "plan",
    defaultPhase = LifecyclePhase.VERIFY,
    requiresDependencyResolution = ResolutionScope.RUNTIME)
final class PlanMojo extends PlumblineMojo {

  @Override
  List<String> command() {
    return List.of("plan");
  }

  @Override
  Optional<String> failure(int exitCode) {
    return exitCode == 0 || exitCode == 2
        ? Optional.empty()
        : Optional.of("the plan could not be made; see above");
  }
}
