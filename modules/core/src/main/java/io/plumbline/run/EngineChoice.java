package io.plumbline.run;

import io.plumbline.diagnostic.Diagnostic;
import io.plumbline.diagnostic.InvalidInputException;
import io.plumbline.model.Target;
import io.plumbline.spi.Engine;
import io.plumbline.state.Release;
import io.plumbline.synth.Plugins;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which engine provisions a target. {@code auto} means the first that is on this machine; once
 * something is deployed, it stays with the engine that deployed it, since only that one knows it.
 */
public final class EngineChoice {
  /** In an environment file: whichever engine is there. */
  public static final String AUTO = "auto";

  private static final List<String> PREFERENCE =
      List.of("terraform", "opentofu", "cloudformation", "arm", "ansible");

  private final Plugins plugins;

  public EngineChoice(Plugins plugins) {
    this.plugins = plugins;
  }

  /** The engine for a target whose last release is {@code release}. */
  public Engine of(Target target, @Nullable Release release) {
    String asked = target.site().engine();
    if (release == null) {
      return asked.equals(AUTO) ? first(target) : plugins.engine(asked, target.site().source());
    }
    if (!asked.equals(AUTO) && !asked.equals(release.engine())) {
      throw new InvalidInputException(
          List.of(
              new Diagnostic(
                  "PLB-RUN-012",
                  Diagnostic.Severity.ERROR,
                  "deployed by another engine",
                  target
                      + " was deployed by "
                      + release.engine()
                      + ", and the site asks for "
                      + asked,
                  target.site().source(),
                  "set the engine back to " + release.engine() + ", or destroy first")));
    }
    return plugins.engine(release.engine(), target.site().source());
  }

  /**
   * The engine whose words tell what mending a drift would replace. Reading needs no engine on this
   * machine, and minds no other choice in the environment file.
   */
  Engine forReading(Target target, @Nullable Release release) {
    String asked = release == null ? target.site().engine() : release.engine();
    return asked.equals(AUTO)
        ? fitting(target).findFirst().orElseThrow(() -> none(target))
        : plugins.engine(asked, target.site().source());
  }

  private Engine first(Target target) {
    return fitting(target)
        .filter(engine -> engine.tool().found() != null)
        .findFirst()
        .orElseThrow(() -> none(target));
  }

  /** The engines that can provision what the target's provider has, the preferred one first. */
  private Stream<Engine> fitting(Target target) {
    return PREFERENCE.stream()
        .flatMap(id -> plugins.engines().stream().filter(engine -> engine.id().equals(id)))
        .filter(engine -> fits(engine, target));
  }

  private boolean fits(Engine engine, Target target) {
    return plugins.formats().stream()
        .filter(format -> format.id().equals(engine.format()))
        .anyMatch(format -> format.serves(target.site()));
  }

  private static InvalidInputException none(Target target) {
    return new InvalidInputException(
        List.of(
            new Diagnostic(
                "PLB-RUN-013",
                Diagnostic.Severity.ERROR,
                "no engine here",
                "none of "
                    + String.join(", ", PREFERENCE)
                    + " that fits provider "
                    + target.site().provider()
                    + " is on this machine",
                target.site().source(),
                "run `plumbline doctor`, which says how to get one")));
  }
}
