package io.plumbline.run;

import io.plumbline.diagnostic.Diagnostic;
import io.plumbline.diagnostic.InvalidInputException;
import io.plumbline.files.Digest;
import io.plumbline.graph.GraphJson;
import io.plumbline.graph.Resource;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.model.Target;
import io.plumbline.spi.Engine;
import io.plumbline.state.Release;
import io.plumbline.synth.TargetGraph;
import io.plumbline.synth.ToolVersion;
import io.plumbline.value.JsonWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Keeps plans in files, and turns a file into plans again as long as nothing has moved since. */
public final class PlanFiles {
  private final Stores stores;
  private final Live live;
  private final Planner planner;

  public PlanFiles(Stores stores, Live live, Planner planner) {
    this.stores = stores;
    this.live = live;
    this.planner = planner;
  }

  /** The plan that stands in {@code file}. */
  public static PlanFile read(Path file) {
    return PlanArchive.read(file);
  }

  /** Writes {@code plans} to {@code file}. */
  public void write(
      Path file, String environment, String made, List<TargetPlan> plans, Protection protection) {
    Protection.refuse(
        plans.stream().filter(each -> each.waitsFor() != null).map(PlanFiles::waits).toList());
    List<PlanFile.Entry> entries = plans.stream().map(this::entry).toList();
    PlanArchive.write(
        new PlanFile(
            ToolVersion.current(), environment, made, List.copyOf(protection.released()), entries),
        file);
  }

  private static Diagnostic waits(TargetPlan plan) {
    Target first = Objects.requireNonNull(plan.waitsFor(), "asked of those that wait alone");
    return new Diagnostic(
        "PLB-RUN-052",
        Diagnostic.Severity.ERROR,
        "plan cannot be kept yet",
        plan.target() + " needs what " + first + " has not made yet",
        null,
        first.stack().equals(plan.target().stack())
            ? "deploy it once without a plan in a file; from then on its plans can be kept"
            : "deploy that stack first: plan and deploy with -s " + first.stack());
  }

  private PlanFile.Entry entry(TargetPlan plan) {
    Engine.Workspace at = plan.workspace();
    Path own = plan.plan().file();
    return new PlanFile.Entry(
        plan.target().stack(),
        plan.target().site().name(),
        plan.engine().id(),
        plan.release() == null ? null : plan.release().digest(),
        digest(at.graph()),
        plan.artefacts(),
        at.inputs(),
        fingerprint(plan.target(), at.graph(), plan.release()),
        plan.changes(),
        own == null ? null : at.directory().relativize(at.directory().resolve(own)).toString(),
        own == null ? null : encoded(at.directory().resolve(own)));
  }

  /**
   * The plans of a file, in place for their engines.
   *
   * @param wanted what today's Java wants
   * @throws InvalidInputException if code, release or live environment have moved, naming each
   */
  public List<TargetPlan> restore(PlanFile file, List<TargetGraph> wanted) {
    Protection protection = new Protection(new LinkedHashSet<>(file.released()));
    List<Diagnostic> moved = new ArrayList<>();
    List<TargetPlan> plans = new ArrayList<>();
    for (PlanFile.Entry entry : file.entries()) {
      TargetGraph now = find(wanted, entry);
      if (now == null) {
        moved.add(moved(entry, "the code has moved: it describes this no more"));
      } else {
        plans.add(restore(entry, now, protection, moved));
      }
    }
    newTargets(file, wanted).forEach(moved::add);
    Protection.refuse(moved);
    plans.forEach(plan -> putBack(file, plan));
    return plans;
  }

  private TargetPlan restore(
      PlanFile.Entry entry, TargetGraph now, Protection protection, List<Diagnostic> moved) {
    Target target = now.target();
    Release release = stores.releases(target.site()).find(target);
    String digest = release == null ? null : release.digest();
    if (!Objects.equals(digest, entry.release())) {
      moved.add(moved(entry, "the release has moved: " + say(release) + " is deployed now"));
    }
    Planner.Prepared prepared = planner.prepare(now, release, protection);
    ResourceGraph graph = prepared.workspace().graph();
    if (!digest(graph).equals(entry.graph())) {
      moved.add(moved(entry, "the code has moved: it describes something else now"));
    } else if (!prepared.artefacts().equals(entry.artefacts())) {
      moved.add(moved(entry, "the code has moved: " + differing(prepared.artefacts(), entry)));
    }
    boolean inputs = prepared.workspace().inputs().equals(entry.inputs());
    if (!inputs || !fingerprint(target, graph, release).equals(entry.observation())) {
      moved.add(moved(entry, "the live environment has moved"));
    }
    Path own = entry.file() == null ? null : inside(prepared.workspace().directory(), entry);
    return new TargetPlan(
        prepared.engine(),
        prepared.workspace(),
        new Engine.Plan(entry.changes(), own),
        prepared.artefacts(),
        release);
  }

  private static Path inside(Path directory, PlanFile.Entry entry) {
    Path own = directory.resolve(String.valueOf(entry.file())).normalize();
    if (!own.startsWith(directory)) {
      throw new InvalidInputException(List.of(moved(entry, "its file lies elsewhere")));
    }
    return own;
  }

  private static String differing(Map<String, String> artefacts, PlanFile.Entry entry) {
    Set<String> files = new LinkedHashSet<>(artefacts.keySet());
    files.addAll(entry.artefacts().keySet());
    files.removeIf(file -> Objects.equals(artefacts.get(file), entry.artefacts().get(file)));
    return String.join(", ", files) + " would be written differently";
  }

  private static List<Diagnostic> newTargets(PlanFile file, List<TargetGraph> wanted) {
    return wanted.stream()
        .filter(
            each ->
                file.entries().stream().noneMatch(entry -> isOf(entry, each))
                    && file.entries().stream()
                        .anyMatch(entry -> entry.stack().equals(each.target().stack())))
        .map(
            each ->
                problem(
                    each.target().stack(),
                    each.target().site().name(),
                    "the code has moved: the plan does not know this site"))
        .toList();
  }

  private void putBack(PlanFile file, TargetPlan plan) {
    Path own = plan.plan().file();
    for (PlanFile.Entry entry : file.entries()) {
      boolean same =
          entry.stack().equals(plan.target().stack())
              && entry.site().equals(plan.target().site().name());
      if (own != null && same && entry.content() != null) {
        try {
          Files.createDirectories(own.toAbsolutePath().getParent());
          Files.write(own, Base64.getDecoder().decode(entry.content()));
        } catch (IOException e) {
          throw new UncheckedIOException("cannot write " + own, e);
        }
      }
    }
  }

  private static @Nullable TargetGraph find(List<TargetGraph> wanted, PlanFile.Entry entry) {
    return wanted.stream().filter(each -> isOf(entry, each)).findFirst().orElse(null);
  }

  private static boolean isOf(PlanFile.Entry entry, TargetGraph each) {
    return entry.stack().equals(each.target().stack())
        && entry.site().equals(each.target().site().name());
  }

  private String fingerprint(Target target, ResourceGraph graph, @Nullable Release release) {
    return release == null
        ? live.fingerprint(target, graph, Map.of())
        : live.fingerprint(target, withWhatGoes(graph, release.graph()), release.liveIds());
  }

  /** What goes may have moved as well: somebody may have taken it into use. */
  private static ResourceGraph withWhatGoes(ResourceGraph wanted, ResourceGraph released) {
    List<Resource> all = new ArrayList<>(wanted.resources());
    released.resources().stream().filter(r -> wanted.find(r.address()) == null).forEach(all::add);
    return new ResourceGraph(all);
  }

  private static String digest(ResourceGraph graph) {
    return Digest.of(JsonWriter.compact(GraphJson.writeWithoutSource(graph)));
  }

  private static String encoded(Path file) {
    try {
      return Base64.getEncoder().encodeToString(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  private static String say(@Nullable Release release) {
    return release == null ? "nothing" : release.toString();
  }

  private static Diagnostic moved(PlanFile.Entry entry, String what) {
    return problem(entry.stack(), entry.site(), what);
  }

  private static Diagnostic problem(String stack, String site, String what) {
    return new Diagnostic(
        "PLB-RUN-021",
        Diagnostic.Severity.ERROR,
        "plan is out of date",
        stack + " on " + site + ": " + what,
        null,
        "make the plan again, and look at it again");
  }
}
