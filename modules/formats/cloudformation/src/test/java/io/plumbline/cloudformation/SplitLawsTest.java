package io.plumbline.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.dsl.Surroundings;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.kind.Lens;
import io.plumbline.model.Site;
import io.plumbline.model.Target;
import io.plumbline.policy.Policies;
import io.plumbline.synth.Plugins;
import io.plumbline.synth.Synthesis;
import io.plumbline.testkit.RandomFleet;
import io.plumbline.value.Value;
import io.plumbline.yaml.YamlDocument;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What holds however a design is split. */
class SplitLawsTest {
  private static final Site SITE =
      new Site(
          "main",
          "aws",
          "cloudformation",
          Map.of("region", "us-east-1", "account", "123456789012", "artefacts.bucket", "b"),
          null);
  private static final Target TARGET = new Target("test", "random-fleet", SITE);
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([^!}][^}]*)\\}");

  private static ResourceGraph fleet(long seed) {
    Surroundings here =
        new Surroundings("test", List.of(SITE), (name, values) -> Value.text(name), file -> file);
    return CloudFormationFormat.legal(
        new Synthesis(
                new Plugins(SplitLawsTest.class.getClassLoader()),
                here,
                new Policies(List.of(), List.of(), LocalDate.EPOCH))
            .run(
                List.of(new RandomFleet()),
                Map.of("random-fleet", new RandomFleet.Parameters(seed, 3)))
            .targets()
            .get(0)
            .graph());
  }

  private static Value.Obj section(TemplateFile file, String... path) {
    Value found = Lens.find(YamlDocument.read(file.text(), "t").value(), List.of(path));
    return found instanceof Value.Obj section ? section : Value.Obj.EMPTY;
  }

  /** All that a part of a template refers to by name. */
  private static void names(Value value, Set<String> into) {
    if (value instanceof Value.Sequence items) {
      items.items().forEach(item -> names(item, into));
    } else if (value instanceof Value.Obj object) {
      object
          .members()
          .forEach(
              (name, member) -> {
                switch (name) {
                  case "Ref" -> into.add(((Value.Text) member).value());
                  case "Fn::GetAtt" ->
                      into.add(((Value.Text) ((Value.Sequence) member).items().get(0)).value());
                  case "Fn::Sub" -> {
                    Matcher found = VARIABLE.matcher(((Value.Text) member).value());
                    while (found.find()) {
                      into.add(found.group(1).split("\\.", 2)[0]);
                    }
                  }
                  default -> names(member, into);
                }
              });
    }
  }

  private static Set<String> known(TemplateFile file) {
    Set<String> known = new TreeSet<>(section(file, "Resources").members().keySet());
    known.addAll(section(file, "Parameters").members().keySet());
    return known;
  }

  @Property(tries = 20)
  void eachTemplateRefersOnlyToWhatItHas(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 30) int size) {
    Templates templates = split(seed, size);
    templates
        .files()
        .forEach(
            (name, file) -> {
              Set<String> named = new TreeSet<>();
              names(section(file, "Resources"), named);
              names(section(file, "Outputs"), named);
              named.removeIf(each -> each.startsWith("AWS::"));
              assertThat(known(file)).as(name).containsAll(named);
            });
    assertThat(new Circles(templates.split()).find()).isEmpty();
  }

  @Property(tries = 20)
  void rootPassesAllThatNestedStacksTake(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 30) int size) {
    Templates templates = split(seed, size);
    templates
        .nested()
        .forEach(
            (number, file) -> {
              Value.Obj passed =
                  section(
                      templates.root(),
                      "Resources",
                      NestedStack.logicalId(number),
                      "Properties",
                      "Parameters");
              assertThat(passed.members().keySet())
                  .isEqualTo(section(file, "Parameters").members().keySet());
              Set<String> outputs = new TreeSet<>();
              outputs(section(templates.root(), "Resources"), number, outputs);
              assertThat(section(file, "Outputs").members().keySet()).isEqualTo(outputs);
            });
  }

  private static void outputs(Value value, int number, Set<String> into) {
    if (value instanceof Value.Sequence items) {
      List<Value> of = items.items();
      // A list of two stacks is what comes first, and no output of the one.
      if (of.size() == 2
          && of.get(0).equals(Value.text(NestedStack.logicalId(number)))
          && of.get(1) instanceof Value.Text output
          && output.value().startsWith("Outputs.")) {
        into.add(output.value().substring("Outputs.".length()));
      } else {
        of.forEach(item -> outputs(item, number, into));
      }
    } else if (value instanceof Value.Obj object) {
      object.members().values().forEach(member -> outputs(member, number, into));
    } else if (value instanceof Value.Text text) {
      Matcher found = VARIABLE.matcher(text.value());
      String prefix = NestedStack.logicalId(number) + ".Outputs.";
      while (found.find()) {
        if (found.group(1).startsWith(prefix)) {
          into.add(found.group(1).substring(prefix.length()));
        }
      }
    }
  }

  /** What stands stays, whichever part of a fleet stands and however it is split then. */
  @Property(tries = 20)
  void whatStandsStays(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 30) int size,
      @ForAll @IntRange(min = 1, max = 30) int other) {
    Map<String, Integer> standing = new HashMap<>();
    Split before = split(seed, size).split();
    before.graph().resources().stream()
        .filter(each -> each.isOurs() && Math.floorMod(each.address().hashCode(), 3) != 0)
        .forEach(each -> standing.put(LogicalId.of(each), before.placement().of(each.address())));
    Split after =
        Templates.of(before.graph(), TARGET, Bounds.resources(other, other), standing).split();
    before
        .graph()
        .resources()
        .forEach(
            each -> {
              Integer stack = standing.get(LogicalId.of(each));
              if (stack != null && each.isOurs()) {
                assertThat(after.placement().of(each.address())).isEqualTo(stack);
              }
            });
  }

  private static Templates split(long seed, int size) {
    return Templates.of(fleet(seed), TARGET, Bounds.resources(size, size), Map.of());
  }
}
