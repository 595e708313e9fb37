package io.plumbline.config;

import io.plumbline.config.ParameterType.Field;
import io.plumbline.config.ParameterType.MapOf;
import io.plumbline.config.ParameterType.Section;
import io.plumbline.model.Site;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The whole of an environment file, given the stacks that there are. */
final class FileLayout {
  /** As ids of components: they stand in paths and tags. */
  static final String NAMES = "[a-z0-9-]{1,63}";

  private static final String NO_SUCH_STACK =
      "check the name() of the class; a stack is found when"
          + " META-INF/services/io.plumbline.dsl.Stack names its class";

  private FileLayout() {}

  static Section of(String environment, Map<String, Class<? extends Record>> stacks) {
    return new Section(
        List.of(
            Field.required("sites", new MapOf(NAMES, SiteSettings.TYPE), "Where things live."),
            Field.required(
                "stacks", stacks(stacks), "The stacks of this environment, with their parameters."),
            Field.optional(
                OwnTags.SETTING,
                tagsOfStacks(stacks),
                "{}",
                "Tags of the resources of single stacks, by stack, beside those of sites."),
            Field.optional(
                "ignore",
                RuleSections.IGNORE,
                "[]",
                "Known differences that are left alone for a while."),
            Field.optional(
                "tolerances", RuleSections.TOLERANCES, "[]", "What may stay undetermined."),
            Field.optional(
                RuleSections.OUT_OF_SERVICE,
                RuleSections.NODES,
                "[]",
                "Nodes that are out of service for a while: what is about them alone is no drift."),
            Field.optional(
                "waivers",
                RuleSections.WAIVERS,
                "[]",
                "Breaches of rules that somebody answers for.")),
        values -> environment(environment, values));
  }

  private static Section stacks(Map<String, Class<? extends Record>> stacks) {
    List<Field> fields = new ArrayList<>();
    stacks.forEach(
        (name, type) -> fields.add(Field.optional(name, ParameterTypes.section(type), "")));
    return new Section(fields, Collections::unmodifiableMap).orElse(NO_SUCH_STACK);
  }

  private static Section tagsOfStacks(Map<String, Class<? extends Record>> stacks) {
    List<Field> fields = new ArrayList<>();
    stacks.keySet().forEach(name -> fields.add(Field.optional(name, OwnTags.TYPE, "")));
    return new Section(fields, Collections::unmodifiableMap).orElse(NO_SUCH_STACK);
  }

  private static Environment environment(String name, Map<String, Object> values) {
    Map<String, Map<String, Object>> sites = taken(values, "sites");
    List<Site> read = new ArrayList<>();
    Map<String, Map<String, String>> tags = taken(values, OwnTags.SETTING);
    sites.forEach(
        (site, settings) -> read.add(OwnTags.with(tags, SiteSettings.site(site, settings))));
    return new Environment(
        name,
        SharedState.in(read),
        taken(values, "stacks"),
        taken(values, "ignore"),
        taken(values, "tolerances"),
        taken(values, "waivers"),
        taken(values, RuleSections.OUT_OF_SERVICE));
  }

  @SuppressWarnings({
    "unchecked",
    "TypeParameterUnusedInFormals"
  }) // the section above says what each is
  private static <T> T taken(Map<String, Object> values, String field) {
    return (T) Objects.requireNonNull(values.get(field));
  }
}
