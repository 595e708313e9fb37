package io.plumbline.maven;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.artifact.DependencyResolutionRequiredException;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.apache.maven.toolchain.Toolchain;
import org.apache.maven.toolchain.ToolchainManager;
import org.jspecify.annotations.Nullable;

/**
 * What all goals share: it starts the command line in a JVM of its own, since Maven may run on a
 * JDK too old for it, with the project's classes (where the stacks are) in front of Plumbline's. A
 * goal adds its arguments, and what an exit code means.
 */
abstract class PlumblineMojo extends AbstractMojo {

  private static final String MAIN = "io.plumbline.cli.Main";

  /** The environment file to use, by name: {@code environments/NAME.yaml}. */
  @Parameter(property = "plumbline.environment", defaultValue = "sandbox")
  private String environment;

  /** The stacks to work on; all of them when not given. */
  @Parameter(property = "plumbline.stack")
  private @Nullable List<String> stacks;

  /**
   * The folder that holds {@code environments/}; searched upwards from the project when not given.
   */
  @Parameter(property = "plumbline.home")
  private @Nullable String home;

  /** Leaves the goal out. */
  @Parameter(property = "plumbline.skip", defaultValue = "false")
  private boolean skip;

  @Parameter(defaultValue = "${project}", readonly = true, required = true)
  private MavenProject project;

  @Parameter(defaultValue = "${session}", readonly = true, required = true)
  private MavenSession session;

  @Parameter(defaultValue = "${plugin.artifacts}", readonly = true, required = true)
  private List<Artifact> pluginArtifacts;

  @Inject private ToolchainManager toolchains;

  /** The command, followed by the arguments that this goal alone has. */
  abstract List<String> command();

  /** What went wrong, in one line; empty when the exit code is no failure of this goal. */
  abstract Optional<String> failure(int exitCode);

  /** Whether the command is told the environment and its stacks. */
  boolean ofAnEnvironment() {
    return true;
  }

  final String environment() {
    return environment;
  }

  @Override
  public final void execute() throws MojoExecutionException {
    if (skip) {
      getLog().info("Plumbline is skipped (plumbline.skip)");
      return;
    }
    Path root = root();
    int exitCode = run(root, commandLine(root));
    Optional<String> failure = failure(exitCode);
    if (failure.isPresent()) {
      throw new MojoExecutionException(
          "plumbline " + command().get(0) + " -e " + environment + ": " + failure.get());
    }
  }

  private List<String> commandLine(Path root) throws MojoExecutionException {
    List<String> line = new ArrayList<>();
    line.add(java().toString());
    line.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Dplumbline.home=" + root));
    line.addAll(List.of("-cp", classPath(), MAIN));
    List<String> command = command();
    line.add(command.get(0));
    if (ofAnEnvironment()) {
      line.addAll(List.of("-e", environment));
      for (String stack : stacks == null ? List.<String>of() : stacks) {
        line.addAll(List.of("-s", stack));
      }
    }
    line.addAll(command.subList(1, command.size()));
    return line;
  }

  private Path java() throws MojoExecutionException {
    Toolchain toolchain = toolchains.getToolchainFromBuildContext("jdk", session);
    String chosen = toolchain == null ? null : toolchain.findTool("java");
    Optional<Path> java =
        chosen == null ? JdkSearch.ofThisMachine().java() : Optional.of(Path.of(chosen));
    return java.orElseThrow(
        () ->
            new MojoExecutionException(
                "Plumbline needs a JDK "
                    + JdkSearch.OLDEST
                    + " or newer, and found none. Install one (https://adoptium.net), or set"
                    + " JAVA_HOME to it"));
  }

  private String classPath() throws MojoExecutionException {
    List<String> entries = new ArrayList<>();
    try {
      entries.addAll(project.getRuntimeClasspathElements());
    } catch (DependencyResolutionRequiredException e) {
      throw new MojoExecutionException("The dependencies of " + project + " are not resolved", e);
    }
    for (Artifact artifact : pluginArtifacts) {
      if (artifact.getFile() != null && !entries.contains(artifact.getFile().getPath())) {
        entries.add(artifact.getFile().getPath());
      }
    }
    return String.join(File.pathSeparator, entries);
  }

  private Path root() throws MojoExecutionException {
    if (home != null) {
      return Path.of(home).toAbsolutePath().normalize();
    }
    Path start = project.getBasedir().toPath().toAbsolutePath();
    for (Path folder = start; folder != null; folder = folder.getParent()) {
      if (Files.isDirectory(folder.resolve("environments"))) {
        return folder;
      }
    }
    throw new MojoExecutionException(
        "No folder environments/ in "
            + start
            + " or above it. Create environments/"
            + environment
            + ".yaml, or name the folder that holds environments/ with -Dplumbline.home=DIR");
  }

  private int run(Path root, List<String> line) throws MojoExecutionException {
    getLog().debug(String.join(" ", line));
    try {
      return new ProcessBuilder(line).directory(root.toFile()).inheritIO().start().waitFor();
    } catch (IOException e) {
      throw new MojoExecutionException("Cannot start " + line.get(0), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new MojoExecutionException("Interrupted while Plumbline ran", e);
    }
  }
}
