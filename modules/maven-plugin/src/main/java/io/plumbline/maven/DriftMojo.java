package io.plumbline.maven;

import java.util.List;
import java.util.Optional;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Compares the live environment with what was deployed; anything but "in sync" fails the build. */
@Mojo(
    name = "drift",
    defaultPhase = LifecyclePhase.VERIFY,
    requiresDependencyResolution = ResolutionScope.RUNTIME)
final class DriftMojo extends PlumblineMojo {

  @Override
  List<String> command() {
    return List.of("drift");
  }

  @Override
  Optional<String> failure(int exitCode) {
    return switch (exitCode) {
      case 0 -> Optional.empty();
      case 2 -> Optional.of("drift found; the report above says where");
      case 3 -> Optional.of("no drift found, but not everything could be read; see above");
      default -> Optional.of("the drift check failed; see above");
    };
  }
}
