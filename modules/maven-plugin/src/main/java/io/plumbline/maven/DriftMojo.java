package io.plumbline.maven;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/** Compares the live environment with what was deployed; anything but "in sync" fails the build. */
@Mojo(
    name = "drift",
    defaultPhase = LifecyclePhase.VERIFY,
    requiresDependencyResolution = ResolutionScope.RUNTIME)
final class DriftMojo extends PlumblineMojo {

  /** Forms of the report, each {@code FORMAT} or {@code FORMAT=FILE}; text when not given. */
  @Parameter(property = "plumbline.output")
  private @Nullable List<String> outputs;

  /** Whether to say of each finding who did it, as the provider's audit log has it. */
  @Parameter(property = "plumbline.who", defaultValue = "false")
  private boolean who;

  /** The part of the stacks and sites to check: {@code 2/3}; all of them when not given. */
  @Parameter(property = "plumbline.shard")
  private @Nullable String shard;

  @Override
  List<String> command() {
    List<String> command = new ArrayList<>(List.of("drift"));
    if (who) {
      command.add("--who");
    }
    if (shard != null) {
      command.addAll(List.of("--shard", shard));
    }
    for (String output : outputs == null ? List.<String>of() : outputs) {
      command.addAll(List.of("--output", output));
    }
    return command;
  }

  @Override
  Optional<String> failure(int exitCode) {
    return meaning(exitCode);
  }

  /** What the exit code of a drift report means. */
  static Optional<String> meaning(int exitCode) {
    return switch (exitCode) {
      case 0 -> Optional.empty();
      case 2 -> Optional.of("drift found; the report above says where");
      case 3 -> Optional.of("no drift found, but not everything could be read; see above");
      default -> Optional.of("the drift check failed; see above");
    };
  }
}
