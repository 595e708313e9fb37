package io.plumbline.maven;

import java.util.List;
import java.util.Optional;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Validates the designs and the policies, offline. */
@Mojo(
    name = "check",
    defaultPhase = LifecyclePhase.VERIFY,
    requiresDependencyResolution = ResolutionScope.RUNTIME)
final class CheckMojo extends PlumblineMojo {

  @Override
  List<String> command() {
    return List.of("check");
  }

  @Override
  Optional<String> failure(int exitCode) {
    return exitCode == 0 ? Optional.empty() : Optional.of("the designs are not valid; see above");
  }
}
