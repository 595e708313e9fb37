package io.plumbline.cli;

import io.plumbline.config.BaselineFile;
import io.plumbline.config.Environment;
import io.plumbline.config.Environments;
import io.plumbline.diagnostic.Diagnostic;
import io.plumbline.diagnostic.InvalidInputException;
import io.plumbline.drift.Rules;
import io.plumbline.dsl.Surroundings;
import io.plumbline.kind.ResourceKind;
import io.plumbline.model.Design;
import io.plumbline.model.Site;
import io.plumbline.model.Target;
import io.plumbline.policy.Policies;
import io.plumbline.run.Project;
import io.plumbline.sandbox.Sandbox;
import io.plumbline.sandbox.SandboxException;
import io.plumbline.synth.Manifest;
import io.plumbline.synth.Plugins;
import io.plumbline.synth.Stacks;
import io.plumbline.synth.Synthesis;
import io.plumbline.text.FreemarkerTemplates;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** One command at work: the project, what is installed, the environment and its stacks. */
final class Session {
  private final Scope scope;
  private final Project project;
  private final Plugins plugins;
  private final Stacks stacks;

  private Session(Scope scope, Project project, Plugins plugins, Stacks stacks) {
    this.scope = scope;
    this.project = project;
    this.plugins = plugins;
    this.stacks = stacks;
  }

  static Session open(Scope scope) {
    ClassLoader loader = Objects.requireNonNull(Session.class.getClassLoader());
    return new Session(scope, findProject(), new Plugins(loader), Stacks.find(loader));
  }

  static Project findProject() {
    return Project.find(System.getProperty(Project.PROPERTY), Path.of(""));
  }

  static Sandbox sandbox(Project project) {
    return new Sandbox(project.home(), System.getenv(Sandbox.VARIABLE));
  }

  Project project() {
    return project;
  }

  Plugins plugins() {
    return plugins;
  }

  String environmentName() {
    return scope.environment;
  }

  /** All that the project has. */
  List<String> environmentNames() {
    return new Environments(project.home(), System::getenv).names();
  }

  boolean isSandbox() {
    return Target.isSandbox(scope.environment);
  }

  /** Ends what has nothing to look at. */
  void refuseWithoutSandbox() {
    if (isSandbox() && !sandbox(project).status().running()) {
      throw new SandboxException(
          "the sandbox does not run, so that there is nothing to check. Start it with"
              + " `plumbline sandbox start`, or deploy to it with `plumbline deploy`.");
    }
  }

  /** Ends where a stack is named that is neither described nor among those deployed. */
  void refuseUnknownStacks(Collection<String> deployed) {
    Set<String> there = new TreeSet<>(stacks.names());
    there.addAll(deployed);
    Stacks.refuseUnknown(scope.stacks, there);
  }

  List<String> stackNames() {
    return scope.stacks;
  }

  /** The environment with the parameters of its stacks. */
  Environment environment() {
    Environment environment =
        new Environments(project.home(), System::getenv)
            .load(scope.environment, stacks.parameters());
    for (String name : scope.stacks) {
      if (stacks.names().contains(name) && !environment.parameters().containsKey(name)) {
        throw notHere(name, environment);
      }
    }
    return environment;
  }

  /** The environment as its file below another folder has it. */
  Environment environmentBelow(Path root) {
    return new Environments(root, System::getenv).load(scope.environment, stacks.parameters());
  }

  /** Below the project: {@code environments/prod.yaml}. */
  String environmentFile() {
    return "environments/" + scope.environment + ".yaml";
  }

  /** The environment without the parameters of its stacks, whose classes may not be here. */
  Environment environmentWithoutStacks() {
    return new Environments(project.home(), System::getenv).loadWithoutStacks(scope.environment);
  }

  /** The environment's file where there is one, else what a manifest says of it. */
  Environment environmentOr(Manifest manifest) {
    Environments files = new Environments(project.home(), System::getenv);
    if (files.names().contains(manifest.environment())) {
      return files.loadWithoutStacks(manifest.environment());
    }
    return new Environment(
        manifest.environment(),
        manifest.entries().stream().map(entry -> entry.target().site()).distinct().toList(),
        Map.of(),
        List.of(),
        List.of(),
        List.of());
  }

  private InvalidInputException notHere(String stack, Environment environment) {
    return new InvalidInputException(
        List.of(
            new Diagnostic(
                "PLB-RUN-033",
                Diagnostic.Severity.ERROR,
                "stack is not in this environment",
                "got \""
                    + stack
                    + "\"; "
                    + scope.environment
                    + " has: "
                    + String.join(", ", environment.parameters().keySet()),
                null,
                "give it parameters in environments/" + scope.environment + ".yaml")));
  }

  /** What the Java of today wants; warnings are printed. */
  Synthesis.Outcome synthesise(Environment environment, PrintWriter err) {
    Synthesis.Outcome outcome =
        synthesis(environment).run(stacks.chosen(scope.stacks), environment.parameters());
    outcome.warnings().forEach(each -> Failures.print(each, err));
    return outcome;
  }

  /** What the Java of today describes, before any rule has looked at it. */
  List<Design> designs(Environment environment) {
    return synthesis(environment).describe(stacks.chosen(scope.stacks), environment.parameters());
  }

  private Synthesis synthesis(Environment environment) {
    Surroundings surroundings =
        new Surroundings(
            environment.name(),
            environment.sites(),
            new FreemarkerTemplates(project.templates()),
            project::locate);
    surroundings = surroundings.withNeighbours(stacks.neighbours(environment.parameters()));
    Policies policies =
        new Policies(plugins.policies(), environment.waivers(), LocalDate.now(ZoneOffset.UTC));
    return new Synthesis(plugins, surroundings, policies);
  }

  /** What stood there of what the designs of an environment leave open, as somebody wrote it. */
  BaselineFile baseline(Environment environment) {
    return new BaselineFile(
        project.home(), environment.name(), (site, id) -> kind(environment, site, id));
  }

  /** Of a site that the environment has no more, of whichever provider has it. */
  private @Nullable ResourceKind kind(Environment environment, String name, String id) {
    List<Site> named =
        environment.sites().stream().filter(site -> site.name().equals(name)).toList();
    return (named.isEmpty() ? environment.sites() : named)
        .stream()
            .map(site -> plugins.kind(site.provider(), id))
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(null);
  }

  /** What of the findings of a drift check counts in this environment. */
  static Rules rules(Environment environment) {
    return new Rules(
        environment.ignore(),
        environment.tolerances(),
        environment.outOfService(),
        LocalDate.now(ZoneOffset.UTC));
  }
}
