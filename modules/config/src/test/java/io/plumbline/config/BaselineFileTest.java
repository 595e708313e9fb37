package io.plumbline.config;

import static io.plumbline.kind.Attributes.flag;
import static io.plumbline.kind.Attributes.json;
import static io.plumbline.kind.Attributes.list;
import static io.plumbline.kind.Attributes.map;
import static io.plumbline.kind.Attributes.record;
import static io.plumbline.kind.Attributes.set;
import static io.plumbline.kind.Attributes.text;
import static io.plumbline.kind.Attributes.whole;
import static io.plumbline.kind.ResourceKind.kind;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.diagnostic.InvalidInputException;
import io.plumbline.drift.Baseline;
import io.plumbline.drift.Baseline.Entry;
import io.plumbline.kind.ResourceKind;
import io.plumbline.kind.Shape;
import io.plumbline.value.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BaselineFileTest {
  private static final String NAME = "environments/baseline/prod.yaml";
  private static final ResourceKind BOX =
      kind("box")
          .attributes(
              text("policy"),
              whole("size"),
              flag("open"),
              json("rights"),
              map("labels"),
              set("zones", Shape.Leaf.TEXT),
              list("doors", record(text("lock"), whole("width"))))
          .build();

  @TempDir Path root;

  private BaselineFile file() {
    return new BaselineFile(root, "prod", (site, id) -> id.equals("box") ? BOX : null);
  }

  private static Entry entry(String stack, String address, String path, Value value) {
    return new Entry(stack, "main", address, "box", path, value, null);
  }

  private static final List<Entry> ENTRIES =
      List.of(
          entry("b", "z", "size", Value.whole(-3)),
          entry("a", "net/b", "policy", Value.text("yes")),
          entry("a", "net/b", "open", Value.flag(true)),
          entry("a", "net/a", "rights", Value.object("Allow", Value.texts(List.of("x", "y: z")))),
          entry("a", "net/a", "labels", Value.object("a: b", Value.text("012"))),
          entry("a", "net/a", "zones", Value.NULL),
          entry("a", "net/a", "policy", Value.NULL),
          entry("a", "net/a", "doors/0/lock", Value.text("#1\n\ttwo\n")));

  private String written(List<Entry> entries) throws IOException {
    file().write(new Baseline(NAME, entries));
    return Files.readString(root.resolve(NAME));
  }

  private List<String> problems(String text) throws IOException {
    Files.createDirectories(root.resolve("environments/baseline"));
    Files.writeString(root.resolve(NAME), text);
    List<String> problems = new ArrayList<>();
    assertThatThrownBy(() -> file().read())
        .isInstanceOfSatisfying(
            InvalidInputException.class,
            e ->
                e.diagnostics()
                    .forEach(d -> problems.add(d.code() + " " + d.source() + " " + d.detail())));
    return problems;
  }

  @Test
  void readsWhatItWrote() throws IOException {
    written(ENTRIES);
    Baseline read = file().read();
    assertThat(read.byPlace().keySet())
        .containsExactlyElementsOf(new Baseline(NAME, ENTRIES).byPlace().keySet());
    read.byPlace()
        .forEach(
            (place, entry) ->
                assertThat(entry.value())
                    .isEqualTo(new Baseline(NAME, ENTRIES).byPlace().get(place).value()));
  }

  @Test
  void writesTheSameInWhateverOrder() throws IOException {
    List<Entry> reversed = new ArrayList<>(ENTRIES);
    Collections.reverse(reversed);
    assertThat(written(reversed)).isEqualTo(written(ENTRIES));
  }

  @Test
  void saysByStackSiteAndAddressWhatStandsThere() throws IOException {
    assertThat(written(ENTRIES))
        .endsWith(
            """
            stacks:
              a:
                main:
                  net/a:
                    kind: box
                    settings:
                      doors/0/lock: |
                        #1
                        \ttwo
                      labels:
                        "a: b": "012"
                      rights:
                        Allow:
                          - x
                          - "y: z"
                    unset:
                      - policy
                      - zones
                  net/b:
                    kind: box
                    settings:
                      open: true
                      policy: "yes"
              b:
                main:
                  z:
                    kind: box
                    settings:
                      size: -3
            """);
  }

  @Test
  void knowsTheLineOfEachEntry() throws IOException {
    String text = written(ENTRIES);
    for (Entry each : file().read().entries()) {
      String line = text.lines().toList().get(each.source().line() - 1);
      assertThat(line).contains(each.path());
    }
  }

  @Test
  void isEmptyWhereThereIsNone() {
    assertThat(file().read().isEmpty()).isTrue();
    file().write(new Baseline(NAME, List.of()));
    assertThat(root.resolve(NAME)).doesNotExist();
  }

  @Test
  void tellsAllThatIsWrongWithLineAndColumn() throws IOException {
    assertThat(
            problems(
                """
                stacks:
                  a:
                    main:
                      one:
                        kind: crate
                      two:
                        kind: box
                        settings:
                          polcy: x
                          size: "3"
                          open: yes
                          policy: 7
                          zones: a
                          doors/0/width: [1]
                          doors/x/width: 1
                      three:
                        settings: {size: 1}
                      four:
                        kind: box
                        more: 1
                        unset: [sizes]
                others: {}
                """))
        .containsExactly(
            "PLB-ENV-006 environments/baseline/prod.yaml:5 column 9: one: got \"crate\": no such"
                + " kind",
            "PLB-ENV-003 environments/baseline/prod.yaml:9 column 11: two: got \"polcy\"; allowed:"
                + " policy, size, open, rights, labels, zones, doors",
            "PLB-ENV-004 environments/baseline/prod.yaml:10 column 17: two: got \"3\"; allowed: a"
                + " whole number",
            "PLB-ENV-004 environments/baseline/prod.yaml:11 column 17: two: got \"yes\"; allowed:"
                + " true or false",
            "PLB-ENV-004 environments/baseline/prod.yaml:12 column 19: two: got \"7\"; allowed:"
                + " text",
            "PLB-ENV-004 environments/baseline/prod.yaml:13 column 18: two: got \"a\"; allowed: a"
                + " list",
            "PLB-ENV-004 environments/baseline/prod.yaml:14 column 26: two: got a list or section;"
                + " allowed: a whole number",
            "PLB-ENV-003 environments/baseline/prod.yaml:15 column 11: two: got \"doors/x/width\";"
                + " allowed: none",
            "PLB-ENV-005 environments/baseline/prod.yaml:16 three: \"kind\" is not there; allowed:"
                + " the kind of the resource",
            "PLB-ENV-003 environments/baseline/prod.yaml:20 column 9: four: got \"more\"; allowed:"
                + " kind, settings, unset",
            "PLB-ENV-003 environments/baseline/prod.yaml:21 column 17: four: got \"sizes\";"
                + " allowed: policy, size, open, rights, labels, zones, doors",
            "PLB-ENV-003 environments/baseline/prod.yaml:22 column 1: got \"others\"; allowed:"
                + " stacks");
  }

  @Test
  void tellsWhatIsNoYaml() throws IOException {
    assertThat(problems("stacks: [")).singleElement().asString().contains("PLB-ENV-002", "column");
  }
}
