package io.plumbline.run;

import io.plumbline.diagnostic.Diagnostic;
import io.plumbline.diagnostic.InvalidInputException;
import io.plumbline.model.Target;
import io.plumbline.spi.Engine;
import io.plumbline.state.Release;
import io.plumbline.synth.Plugins;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which engine provisions a target. {@code auto} means the first that is on this machine; once
 * something is deployed, it stays with the engine that deployed it, since only that one knows it.
 */
public final class EngineChoice {
  /** In an environment file: whichever engine is there. */
  public static final String AUTO = "auto";

  private static final List<String> PREFERENCE = List.of("terraform", "opentofu", "cloudformation");

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
    String id = asked.equals(AUTO) ? PREFERENCE.get(0) : asked;
    return plugins.engine(id, target.site().source());
  }

  private Engine first(Target target) {
    for (String id : PREFERENCE) {
      for (Engine engine : plugins.engines()) {
        if (engine.id().equals(id) && engine.tool().found() != null) {
          return engine;
        }
      }
    }
    throw new InvalidInputException(
        List.of(
            new Diagnostic(
                "PLB-RUN-013",
                Diagnostic.Severity.ERROR,
                "no engine here",
                "none of " + String.join(", ", PREFERENCE) + " is on this machine",
                target.site().source(),
                "run `plumbline doctor`, which says how to get one")));
  }
}
