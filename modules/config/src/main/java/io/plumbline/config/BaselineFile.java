package io.plumbline.config;

import io.plumbline.drift.Baseline;
import io.plumbline.drift.Baseline.Entry;
import io.plumbline.files.Drafts;
import io.plumbline.kind.ResourceKind;
import io.plumbline.value.Value;
import io.plumbline.yaml.YamlWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The baseline of an environment: {@code environments/baseline/NAME.yaml}, in a folder of its own,
 * since every file beside the environments is one. Entries are in alphabetical order, so that a
 * review sees what changed and nothing else.
 */
public final class BaselineFile {
  private final Path root;
  private final String environment;
  private final BiFunction<String, String, @Nullable ResourceKind> kinds;

  /**
   * The baseline of one environment.
   *
   * @param root the project's folder
   * @param kinds by the name of a site and an id, since providers have kinds of the same id; null
   *     for what is none
   */
  public BaselineFile(
      Path root, String environment, BiFunction<String, String, @Nullable ResourceKind> kinds) {
    this.root = root;
    this.environment = environment;
    this.kinds = kinds;
  }

  /** Below the project: {@code environments/baseline/prod.yaml}. */
  public String name() {
    return "environments/baseline/" + environment + ".yaml";
  }

  /**
   * What it says; nothing where there is none.
   *
   * @throws io.plumbline.diagnostic.InvalidInputException with everything that is wrong with it
   */
  public Baseline read() {
    if (!Files.exists(root.resolve(name()))) {
      return new Baseline(name(), List.of());
    }
    Problems problems = new Problems(name());
    List<Entry> entries =
        new BaselineLayout(problems, kinds).entries(YamlFile.read(root, problems));
    problems.throwIfAny();
    return new Baseline(name(), entries);
  }

  /** Writes it, whole or not at all; a baseline that says nothing makes no file. */
  public void write(Baseline baseline) {
    Path file = root.resolve(name());
    if (!baseline.isEmpty() || Files.exists(file)) {
      Drafts.write(file, head() + YamlWriter.write(document(baseline)));
    }
  }

  private String head() {
    return """
    # yaml-language-server: $schema=../../docs/schema/baseline.schema.json
    # What stands in %s of what neither the designs nor known defaults say.
    # Written by `plumbline baseline`; `plumbline drift` holds what is live against it.
    """
        .formatted(environment);
  }

  private static Value document(Baseline baseline) {
    Map<String, Map<String, Map<String, List<Entry>>>> stacks = new TreeMap<>();
    for (Entry each : baseline.byPlace().values()) {
      stacks
          .computeIfAbsent(each.stack(), s -> new TreeMap<>())
          .computeIfAbsent(each.site(), s -> new TreeMap<>())
          .computeIfAbsent(each.address(), a -> new ArrayList<>())
          .add(each);
    }
    return Value.object(
        BaselineLayout.STACKS,
        object(stacks, sites -> object(sites, things -> object(things, BaselineFile::thing))));
  }

  private static <T> Value object(Map<String, T> members, Function<T, Value> value) {
    Map<String, Value> written = new LinkedHashMap<>();
    members.forEach((name, member) -> written.put(name, value.apply(member)));
    return new Value.Obj(written);
  }

  private static Value thing(List<Entry> entries) {
    Map<String, Value> settings = new TreeMap<>();
    List<String> unset = new ArrayList<>();
    for (Entry each : entries) {
      if (each.value() instanceof Value.Null) {
        unset.add(each.path());
      } else {
        settings.put(each.path(), each.value());
      }
    }
    return Value.object(
        BaselineLayout.KIND,
        Value.text(entries.get(0).kind()),
        BaselineLayout.SETTINGS,
        settings.isEmpty() ? Value.NULL : new Value.Obj(settings),
        BaselineLayout.UNSET,
        unset.isEmpty() ? Value.NULL : Value.texts(unset));
  }
}
