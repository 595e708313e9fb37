package io.plumbline.test;

import io.plumbline.cost.TargetCost;
import io.plumbline.diagnostic.Diagnostic;
import io.plumbline.diagnostic.InvalidInputException;
import io.plumbline.dsl.Blueprint;
import io.plumbline.dsl.Stack;
import io.plumbline.dsl.Surroundings;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.model.Design;
import io.plumbline.policy.Policies;
import io.plumbline.run.Costs;
import io.plumbline.spi.Format;
import io.plumbline.synth.Plugins;
import io.plumbline.synth.Synthesis;
import io.plumbline.synth.TargetGraph;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What became of a stack: its design, what is wrong with it, its resources and its artefacts. */
public final class SynthesisedStack {
  private final Design design;
  private final List<TargetGraph> targets;
  private final List<Diagnostic> diagnostics;
  private final Plugins plugins;

  private SynthesisedStack(
      Design design, List<TargetGraph> targets, List<Diagnostic> diagnostics, Plugins plugins) {
    this.design = design;
    this.targets = List.copyOf(targets);
    this.diagnostics = List.copyOf(diagnostics);
    this.plugins = plugins;
  }

  static <P extends Record> SynthesisedStack of(
      Stack<P> stack, P parameters, Surroundings surroundings, Plugins plugins, Policies policies) {
    Design design = Blueprint.describe(stack, parameters, surroundings);
    try {
      Synthesis.Outcome outcome =
          new Synthesis(plugins, surroundings, policies)
              .run(List.of(stack), Map.of(stack.name(), parameters));
      return new SynthesisedStack(design, outcome.targets(), outcome.warnings(), plugins);
    } catch (InvalidInputException e) {
      return new SynthesisedStack(design, List.of(), e.diagnostics(), plugins);
    }
  }

  /** The components that it asks for. */
  public Design design() {
    return design;
  }

  /** All that is wrong or doubtful. */
  public List<Diagnostic> diagnostics() {
    return diagnostics;
  }

  /** Whether it could be deployed; warnings do not hinder that. */
  public boolean isValid() {
    return diagnostics.stream().noneMatch(Diagnostic::isError);
  }

  /** Its resources, site by site; none where it is not valid. */
  public List<TargetGraph> targets() {
    return targets;
  }

  /**
   * Its resources, where it stands on one site.
   *
   * @throws IllegalStateException if it is not valid, or stands on several
   */
  public ResourceGraph graph() {
    if (targets.size() != 1) {
      throw new IllegalStateException(
          isValid()
              ? "it stands on " + targets.size() + " sites: say graph(SITE)"
              : "it is not valid:\n" + diagnostics);
    }
    return targets.get(0).graph();
  }

  /** Its resources on this site; an empty graph where it has none there. */
  public ResourceGraph graph(String site) {
    return targets.stream()
        .filter(each -> each.target().site().name().equals(site))
        .map(TargetGraph::graph)
        .findFirst()
        .orElse(ResourceGraph.EMPTY);
  }

  /** What it costs while it stands, by list prices, site by site. */
  public List<TargetCost> costs() {
    return new Costs(plugins).of(targets);
  }

  /**
   * The text of all that {@code plumbline synth} would write for it, by path: {@code
   * "SITE/terraform/main.tf.json"}. Written when asked for.
   */
  public SortedMap<String, String> files() {
    SortedMap<String, String> files = new TreeMap<>();
    for (TargetGraph each : targets) {
      for (Format format : plugins.formats()) {
        if (format.serves(each.target().site())) {
          String folder = each.target().site().name() + "/" + format.id() + "/";
          format
              .render(each.graph(), each.target())
              .forEach((name, artefact) -> files.put(folder + name, text(artefact)));
        }
      }
    }
    return files;
  }

  private static String text(Format.Artefact artefact) {
    StringBuilder out = new StringBuilder();
    try {
      artefact.writeTo(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }
}
