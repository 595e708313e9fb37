package io.plumbline.config;

import io.plumbline.diagnostic.InvalidInputException;
import io.plumbline.model.Site;
import io.plumbline.yaml.YamlNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The environment files of a project: {@code environments/NAME.yaml}. */
public final class Environments {
  private static final String FOLDER = "environments";
  private static final String SUFFIX = ".yaml";

  /** Stands for the project's folder, like an environment variable that is always set. */
  private static final String PROJECT = "PLUMBLINE_PROJECT";

  private final Path root;
  private final Function<String, @Nullable String> variables;

  /**
   * The environments below {@code root}.
   *
   * @param variables environment variables by name: {@code System::getenv}
   */
  public Environments(Path root, Function<String, @Nullable String> variables) {
    this.root = root;
    this.variables =
        name ->
            name.equals(PROJECT)
                ? root.toAbsolutePath().normalize().toString()
                : variables.apply(name);
  }

  /** The names of all, in alphabetical order. */
  public List<String> names() {
    Path folder = root.resolve(FOLDER);
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(file -> file.endsWith(SUFFIX))
          .map(file -> file.substring(0, file.length() - SUFFIX.length()))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads one environment.
   *
   * @param stacks the stacks that there are, with their parameters' records, in a settled order
   * @throws InvalidInputException with everything that is wrong with the file
   */
  public Environment load(String name, Map<String, Class<? extends Record>> stacks) {
    return load(name, stacks, file -> file);
  }

  private Environment load(
      String name, Map<String, Class<? extends Record>> stacks, UnaryOperator<YamlNode> part) {
    Problems problems = new Problems(FOLDER + "/" + name + SUFFIX);
    YamlNode written = part.apply(read(name, problems));
    Secrets.refuse(written, problems);
    YamlNode node = new Interpolation(variables, problems).in(written);
    Object bound = new Binder(problems, root).bind(FileLayout.of(name, stacks), node, "");
    if (bound instanceof Environment environment) {
      for (Site site : environment.sites()) {
        SiteSettings.check(site, name, problems);
        SharedState.check(site, environment.sites(), problems);
        OwnTags.check(site, environment.parameters().keySet(), problems);
      }
      RuleSections.check(environment, problems);
      problems.throwIfAny();
      return environment;
    }
    problems.throwIfAny();
    throw new IllegalStateException(
        "nothing was read from " + problems.file() + ", and nothing was wrong");
  }

  /**
   * Reads all of one environment but the parameters of its stacks, whose classes may not be here: a
   * check of artefacts, or a destroy, needs none.
   *
   * @throws InvalidInputException with everything that is wrong with what is read
   */
  public Environment loadWithoutStacks(String name) {
    return load(name, Map.of(), Environments::withoutStacks);
  }

  private static YamlNode withoutStacks(YamlNode file) {
    if (!(file instanceof YamlNode.Mapping mapping)) {
      return file;
    }
    List<YamlNode.Member> members = new ArrayList<>();
    for (YamlNode.Member member : mapping.members()) {
      boolean stacks = List.of("stacks", OwnTags.SETTING).contains(member.name());
      YamlNode none = new YamlNode.Mapping(List.of(), member.line(), member.column());
      members.add(
          stacks
              ? new YamlNode.Member(member.name(), none, member.line(), member.column())
              : member);
    }
    return new YamlNode.Mapping(members, mapping.line(), mapping.column());
  }

  private YamlNode read(String name, Problems problems) {
    if (!name.matches(FileLayout.NAMES) || !names().contains(name)) {
      throw noSuch(name);
    }
    if (Files.isDirectory(root.resolve(problems.file()))) {
      String fix = "move it away, and write the file";
      problems.add("PLB-ENV-011", "environment is no file", "got a folder", 1, fix);
      throw problems.exception();
    }
    return YamlFile.read(root, problems);
  }

  private InvalidInputException noSuch(String name) {
    List<String> names = names();
    String nearest = Nearest.to(name, names);
    Problems problems = new Problems(FOLDER);
    problems.add(
        "PLB-ENV-001",
        "unknown environment",
        "got \"" + name + "\"; there are: " + Problems.listed(names),
        null,
        nearest == null
            ? "write " + FOLDER + "/NAME" + SUFFIX
            : "did you mean \"" + nearest + "\"?");
    return problems.exception();
  }
}
