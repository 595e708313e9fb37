package io.plumbline.testkit.drift;

import io.plumbline.diagnostic.SourceLine;
import io.plumbline.drift.Baseline;
import io.plumbline.drift.DriftCheck;
import io.plumbline.drift.DriftReport;
import io.plumbline.drift.Expectation;
import io.plumbline.drift.IgnoreRule;
import io.plumbline.drift.Neighbours;
import io.plumbline.drift.Rules;
import io.plumbline.drift.TargetDrift;
import io.plumbline.drift.Tolerance;
import io.plumbline.graph.GraphJson;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.kind.Dialect;
import io.plumbline.model.Site;
import io.plumbline.model.Target;
import io.plumbline.testkit.live.RecordedSource;
import io.plumbline.value.JsonReader;
import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import io.plumbline.value.Value.Sequence;
import io.plumbline.value.Value.Text;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A case of three files: what is desired, what the provider answers, what is found. */
record Triad(Path folder) {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

  Path findings() {
    return folder.resolve("findings.json");
  }

  /** The findings as the check finds them now. */
  Value check() throws IOException {
    Obj desired = (Obj) read("desired.json");
    RecordedSource source = new RecordedSource(read("observed.json"));
    boolean strict = desired.get("strict").equals(Value.flag(true));
    TargetDrift drift =
        new DriftCheck(new ToyKinds(), source, strict, baseline(desired), false)
            .run(expectation(desired));
    return ReportJson.of(DriftReport.of("test", List.of(drift), rules(desired)), source.calls());
  }

  private static Expectation expectation(Obj desired) {
    ResourceGraph graph = GraphJson.read(desired.get("resources"), ToyKinds::find);
    Value today = desired.get("today");
    return new Expectation(
        new Target("test", "fleet", new Site("main", "toy", "terraform", Map.of(), null)),
        graph,
        Dialect.TERRAFORM,
        recorded(desired.get("recorded")),
        "HEAD",
        today instanceof Sequence ? GraphJson.read(today, ToyKinds::find) : graph,
        texts(desired.get("watched")),
        neighbours(desired.get("neighbours")));
  }

  /** Who has what: {@code {"test/other": ["network"]}}. */
  private static Neighbours neighbours(Value others) {
    return (environment, stack, kind, address) ->
        others instanceof Obj stacks
            && texts(stacks.get(environment + "/" + stack)).contains(String.valueOf(address));
  }

  private static Baseline baseline(Obj desired) {
    return new Baseline(
        "baseline.yaml",
        items(desired.get("baseline")).stream()
            .map(
                entry ->
                    new Baseline.Entry(
                        "fleet",
                        "main",
                        text(entry.get("address")),
                        text(entry.get("kind")),
                        text(entry.get("path")),
                        entry.get("value"),
                        new SourceLine("baseline.yaml", 3)))
            .toList());
  }

  private static Set<String> texts(Value values) {
    return values instanceof Sequence all
        ? all.items().stream().map(Triad::text).collect(Collectors.toSet())
        : Set.of();
  }

  private static Map<String, String> recorded(Value recorded) {
    Map<String, String> ids = new LinkedHashMap<>();
    if (recorded instanceof Obj object) {
      object.members().forEach((address, id) -> ids.put(address, text(id)));
    }
    return ids;
  }

  private static Rules rules(Obj desired) {
    return new Rules(
        items(desired.get("ignore")).stream()
            .map(
                rule ->
                    new IgnoreRule(
                        null,
                        text(rule.get("address")),
                        text(rule.get("attribute")),
                        text(rule.get("reason")),
                        LocalDate.parse(text(rule.get("until"))),
                        null))
            .toList(),
        items(desired.get("tolerate")).stream()
            .map(
                rule ->
                    new Tolerance(
                        text(rule.get("kind")),
                        new BigDecimal(text(rule.get("percent"))),
                        text(rule.get("reason"))))
            .toList(),
        TODAY);
  }

  private static List<Obj> items(Value value) {
    return value instanceof Sequence sequence
        ? sequence.items().stream().map(Obj.class::cast).toList()
        : List.of();
  }

  private static String text(Value value) {
    return ((Text) value).value();
  }

  private Value read(String file) throws IOException {
    return JsonReader.read(Files.readString(folder.resolve(file)));
  }
}
