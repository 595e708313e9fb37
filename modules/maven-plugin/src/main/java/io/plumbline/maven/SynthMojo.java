package io.plumbline.maven;

import java.util.List;
import java.util.Optional;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Writes the artefacts of all stacks. */
@Mojo(
    name = "synth",
    defaultPhase = LifecyclePhase.PREPARE_PACKAGE,
    requiresDependencyResolution = ResolutionScope.RUNTIME)
final class SynthMojo extends PlumblineMojo {

  @Override
  List<String> command() {
    return List.of("synth");
  }

  @Override
  Optional<String> failure(int exitCode) {
    return exitCode == 0
        ? Optional.empty()
        : Optional.of("the stacks could not be written out; see above");
  }
}
