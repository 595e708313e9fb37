package io.plumbline.test;

import io.plumbline.config.Environment;
import io.plumbline.config.Environments;
import io.plumbline.dsl.Stack;
import io.plumbline.dsl.Surroundings;
import io.plumbline.model.Site;
import io.plumbline.policy.Policies;
import io.plumbline.policy.Policy;
import io.plumbline.policy.Waiver;
import io.plumbline.run.Project;
import io.plumbline.synth.Plugins;
import io.plumbline.synth.Stacks;
import io.plumbline.text.FreemarkerTemplates;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A stack to be described without any account, network or engine, as {@code plumbline check} and
 * {@code plumbline synth} do it:
 *
 * <pre>{@code
 * var fleet = Offline.stack(new Training()).inEnvironment("prod").synthesise();
 * assertThat(fleet).isValid();
 * assertThat(fleet).resource("trainers/group").has("maxSize", 16);
 * }</pre>
 *
 * <p>With {@code with(parameters)} in place of an environment file, it stands on a site {@code
 * main} of AWS in us-east-1, in an environment {@code test}. Policies on the class path hold, as
 * they do on the command line. Each setter answers with the same object.
 */
public final class Offline<P extends Record> {
  private static final Site SITE =
      new Site("main", "aws", "terraform", Map.of("region", "us-east-1"), null);

  private final Stack<P> stack;
  private final Project project;
  private final Map<String, String> variables = new LinkedHashMap<>();
  private final List<Policy> policies = new ArrayList<>();
  private @Nullable P parameters;
  private @Nullable String file;
  private String environment = "test";
  private List<Site> sites = List.of(SITE);
  private LocalDate today = LocalDate.now(ZoneOffset.UTC);

  private Offline(Stack<P> stack, Project project) {
    this.stack = stack;
    this.project = project;
  }

  /** A stack of the project that the test stands in. */
  public static <P extends Record> Offline<P> stack(Stack<P> stack) {
    return new Offline<>(stack, Project.find(System.getProperty(Project.PROPERTY), Path.of("")));
  }

  /** A stack of the project in {@code folder}, which holds {@code environments/}. */
  public static <P extends Record> Offline<P> stack(Stack<P> stack, Path folder) {
    return new Offline<>(stack, new Project(folder));
  }

  /** With what {@code environments/NAME.yaml} says: sites, parameters, waivers. */
  public Offline<P> inEnvironment(String name) {
    this.file = name;
    return this;
  }

  /** With these parameters; those of the environment file, if one is named, are not looked at. */
  public Offline<P> with(P given) {
    this.parameters = given;
    return this;
  }

  /** On these sites, where no environment file is named. */
  public Offline<P> on(Site... places) {
    this.sites = List.of(places);
    return this;
  }

  /** In an environment of this name, where no file is named. */
  public Offline<P> called(String name) {
    this.environment = name;
    return this;
  }

  /** A variable that the environment file names; those of the machine are not looked at. */
  public Offline<P> variable(String name, String value) {
    variables.put(name, value);
    return this;
  }

  /** A policy to hold it to, beside those on the class path. */
  public Offline<P> holding(Policy policy) {
    policies.add(policy);
    return this;
  }

  /** The day on which waivers hold or are over. */
  public Offline<P> today(LocalDate day) {
    this.today = day;
    return this;
  }

  /**
   * Describes it, holds it against every rule and policy, and lowers it. What is wrong with it is
   * part of the answer.
   *
   * @throws io.plumbline.diagnostic.InvalidInputException if the environment file is not valid
   * @throws IllegalArgumentException if neither environment nor parameters are given, or the
   *     environment does not have the stack
   */
  public SynthesisedStack synthesise() {
    ClassLoader loader = Objects.requireNonNull(stack.getClass().getClassLoader());
    Environment read = file == null ? null : read(file, loader);
    Surroundings surroundings =
        new Surroundings(
            read == null ? environment : read.name(),
            read == null ? sites : read.sites(),
            new FreemarkerTemplates(project.templates()),
            project::locate);
    Plugins plugins = new Plugins(loader);
    List<Policy> held = new ArrayList<>(plugins.policies());
    held.addAll(policies);
    List<Waiver> waivers = read == null ? List.of() : read.waivers();
    return SynthesisedStack.of(
        stack, parameters(read), surroundings, plugins, new Policies(held, waivers, today));
  }

  private Environment read(String name, ClassLoader loader) {
    Map<String, Class<? extends Record>> all =
        new LinkedHashMap<>(Stacks.find(loader).parameters());
    all.put(stack.name(), stack.parameters());
    return new Environments(project.home(), variables::get).load(name, all);
  }

  private P parameters(@Nullable Environment read) {
    if (parameters != null) {
      return parameters;
    }
    if (read == null) {
      throw new IllegalArgumentException("say inEnvironment(NAME), or with(PARAMETERS)");
    }
    Record found = read.parameters().get(stack.name());
    if (found == null) {
      throw new IllegalArgumentException(
          "environment "
              + read.name()
              + " does not have stack "
              + stack.name()
              + "; it has: "
              + String.join(", ", read.parameters().keySet()));
    }
    return Objects.requireNonNull(stack.parameters().cast(found));
  }
}
