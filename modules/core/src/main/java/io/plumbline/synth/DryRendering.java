package io.plumbline.synth;

import io.plumbline.diagnostic.Diagnostic;
import io.plumbline.diagnostic.InvalidInputException;
import io.plumbline.spi.Engine;
import io.plumbline.spi.Format;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds what the engines of the sites cannot be told of a design, as their formats find it, without
 * writing anything: an engine's limits count before it is asked.
 */
public final class DryRendering {
  /** As in an environment file: whichever engine is there, so each of them counts. */
  private static final String ANY = "auto";

  private final Plugins plugins;

  public DryRendering(Plugins plugins) {
    this.plugins = plugins;
  }

  /** All problems of all targets, each once. */
  public List<Diagnostic> problems(List<TargetGraph> targets) {
    Set<Diagnostic> problems = new LinkedHashSet<>();
    for (TargetGraph each : targets) {
      for (Format format : formats(each)) {
        try {
          format.render(each.graph(), each.target());
        } catch (InvalidInputException e) {
          problems.addAll(e.diagnostics());
        }
      }
    }
    return new ArrayList<>(problems);
  }

  private List<Format> formats(TargetGraph wanted) {
    String engine = wanted.target().site().engine();
    List<Engine> engines =
        engine.equals(ANY)
            ? plugins.engines()
            : List.of(plugins.engine(engine, wanted.target().site().source()));
    return engines.stream()
        .map(each -> plugins.format(each.format(), wanted.target().site().source()))
        .filter(format -> format.serves(wanted.target().site()))
        .distinct()
        .toList();
  }
}
