package io.plumbline.drift;

import static io.plumbline.kind.Attributes.ref;
import static io.plumbline.kind.Attributes.text;
import static io.plumbline.kind.ResourceKind.kind;
import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.diagnostic.SourceLine;
import io.plumbline.graph.Resource;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.kind.ResourceKind;
import io.plumbline.kind.Symptom;
import io.plumbline.value.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SymptomsTest {
  private static final ResourceKind MACHINE =
      kind("machine")
          .attributes(text("parts"), text("errors"), text("motd"))
          .symptoms(new Symptom("errors", null, (said, path) -> path.equals("parts")))
          .build();
  private static final ResourceKind NODE =
      kind("node")
          .attributes(text("state"), ref("machine", "machine", "id"))
          .symptoms(
              new Symptom(
                  "state",
                  "machine",
                  (said, path) -> said.startsWith("broken") && path.equals("errors")),
              new Symptom("", "machine", (said, path) -> path.equals("parts")),
              new Symptom(
                  "state",
                  "machine",
                  (said, path) -> false,
                  (said, reason) -> said.equals("silent") && reason.contains("cut off")))
          .build();

  private static final SourceLine LINE = new SourceLine("Fleet.java", 1);
  private static final ResourceGraph GRAPH =
      new ResourceGraph(
          List.of(
              Resource.of("m", MACHINE, Value.object("parts", Value.text("8")), LINE),
              Resource.of(
                  "n",
                  NODE,
                  Value.object("state", Value.text("fine"), "machine", new Value.Ref("m", "id")),
                  LINE)));

  private static final Finding PARTS = changed("m", "parts", "7");
  private static final Finding ERRORS = changed("m", "errors", "79");
  private static final Finding BROKEN = changed("n", "state", "broken: 7 of 8");

  @Test
  void leadToTheCauseInTheEndHoweverManyTellOfEachOther() {
    Symptoms symptoms = new Symptoms(GRAPH, List.of(BROKEN, ERRORS, PARTS));
    assertThat(symptoms.of(BROKEN)).isEqualTo(PARTS);
    assertThat(symptoms.of(ERRORS)).isEqualTo(PARTS);
    assertThat(symptoms.of(PARTS)).isNull();
  }

  @Test
  void standForThemselvesWhereNothingElseIsAmiss() {
    assertThat(new Symptoms(GRAPH, List.of(BROKEN)).of(BROKEN)).isNull();
    Finding motd = changed("m", "motd", "hello");
    assertThat(new Symptoms(GRAPH, List.of(BROKEN, motd)).of(BROKEN)).isNull();
  }

  @Test
  void standForThemselvesWhereTheirWordsTellOfSomethingElse() {
    Finding drained = changed("n", "state", "drained: by ann");
    assertThat(new Symptoms(GRAPH, List.of(drained, ERRORS)).of(drained)).isNull();
  }

  @Test
  void areTheWholeThingWhereNothingIsKnownOfIt() {
    Finding unknown = new Finding.Undetermined(subject("n"), null, "nobody answers");
    assertThat(new Symptoms(GRAPH, List.of(unknown, PARTS)).of(unknown)).isEqualTo(PARTS);
  }

  /** Tolerances count what could not be read: one must not stand for the other. */
  @Test
  void neverLeadToWhatCouldNotBeRead() {
    Finding unread = new Finding.Undetermined(subject("m"), "parts", "it hangs");
    assertThat(new Symptoms(GRAPH, List.of(ERRORS, unread)).of(ERRORS)).isNull();
  }

  @Test
  void tellOfAThingThatNobodyReaches() {
    Finding silent = changed("n", "state", "silent");
    Finding cutOff = new Finding.Undetermined(subject("m"), null, "cut off");
    assertThat(new Symptoms(GRAPH, List.of(silent, cutOff)).of(silent)).isEqualTo(cutOff);

    Finding denied = new Finding.Undetermined(subject("m"), null, "denied");
    assertThat(new Symptoms(GRAPH, List.of(silent, denied)).of(silent)).isNull();
    Finding inPart = new Finding.Undetermined(subject("m"), "parts", "cut off");
    assertThat(new Symptoms(GRAPH, List.of(silent, inPart)).of(silent)).isNull();
    Finding unread = new Finding.Undetermined(subject("n"), "state", "silent");
    assertThat(new Symptoms(GRAPH, List.of(unread, cutOff)).of(unread)).isNull();
  }

  private static Finding changed(String address, String attribute, String observed) {
    return new Finding.Changed(
        subject(address), attribute, null, Value.text(observed), false, List.of());
  }

  private static Subject subject(@Nullable String address) {
    String kind = "n".equals(address) ? "node" : "machine";
    return new Subject("fleet", "hall", address, kind, address, LINE);
  }
}
