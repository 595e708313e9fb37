package com.example.fleet;

import io.plumbline.config.Environment;
import io.plumbline.config.Environments;
import io.plumbline.dsl.Blueprint;
import io.plumbline.dsl.Stack;
import io.plumbline.dsl.Surroundings;
import io.plumbline.model.Design;
import io.plumbline.model.Site;
import io.plumbline.spi.Provider;
import io.plumbline.synth.Plugins;
import io.plumbline.text.FreemarkerTemplates;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.stream.Stream;

/** This project's stacks and environment files, as the command line sees them. */
final class Project {
  static final Path ROOT = root();

  private Project() {}

  private static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(folder.resolve("environments"))) {
      folder = Objects.requireNonNull(folder.getParent());
    }
    return folder;
  }

  static Environments environments() {
    return new Environments(ROOT, variable -> null);
  }

  static Environment environment(String name) {
    return environments().load(name, parameters());
  }

  static Map<String, Class<? extends Record>> parameters() {
    Map<String, Class<? extends Record>> parameters = new TreeMap<>();
    stacks().forEach(stack -> parameters.put(stack.name(), stack.parameters()));
    return parameters;
  }

  /** The designs of the stacks that an environment has. */
  static Stream<Design> designs(String name) {
    Environment environment = environment(name);
    Surroundings surroundings =
        new Surroundings(
            name,
            environment.sites(),
            new FreemarkerTemplates(ROOT.resolve("templates")),
            path -> path);
    return stacks()
        .filter(stack -> environment.parameters().containsKey(stack.name()))
        .map(stack -> design(stack, environment, surroundings));
  }

  private static <P extends Record> Design design(
      Stack<P> stack, Environment environment, Surroundings surroundings) {
    P parameters = stack.parameters().cast(environment.parameters().get(stack.name()));
    return Blueprint.describe(stack, parameters, surroundings);
  }

  private static Stream<Stack<?>> stacks() {
    return ServiceLoader.load(Stack.class).stream().<Stack<?>>map(ServiceLoader.Provider::get);
  }

  static List<String> names() {
    return environments().names();
  }

  static Provider provider(Site site) {
    return new Plugins(Project.class.getClassLoader()).provider(site.provider(), site.source());
  }
}
