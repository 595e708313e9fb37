package io.plumbline.maven;

import java.util.List;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Takes down what a deploy put up; it wants {@code -Dplumbline.yes}, since a build has nobody to
 * ask.
 */
@Mojo(name = "destroy", requiresDependencyResolution = ResolutionScope.RUNTIME)
final class DestroyMojo extends PlumblineMojo {

  /** The consent that the command line asks for. */
  @Parameter(property = "plumbline.yes", defaultValue = "false")
  private boolean yes;

  @Override
  List<String> command() {
    return yes ? List.of("destroy", "--yes") : List.of("destroy");
  }

  @Override
  Optional<String> failure(int exitCode) {
    return exitCode == 0
        ? Optional.empty()
        : Optional.of("not everything was taken down; see above");
  }
}
