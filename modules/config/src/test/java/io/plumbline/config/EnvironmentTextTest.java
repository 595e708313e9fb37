package io.plumbline.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.drift.IgnoreRule;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EnvironmentTextTest {
  private static final String STACKS =
      """
      # of the fleet
      stacks:
        fleet:   # the large one
          nodes: 16   # steady
          spot: {max: 16, min: 0}
          zones: [a, "16"]
        other:
          nodes: 16
      """;
  private static final String ENTRY =
      """
        - stack: fleet
          address: "trainers/*"
          attribute: maxSize
          reason: moved
          until: 2027-01-31
      """;

  private static IgnoreRule rule(String address, String reason) {
    LocalDate until = LocalDate.of(2027, 1, 31);
    return new IgnoreRule("fleet", address, "maxSize", reason, until, null);
  }

  private static String ignoring(String text) {
    return new EnvironmentText("a.yaml", text).withIgnore(rule("trainers/group", "moved"));
  }

  @Test
  void addsAListOfRulesWhereThereIsNone() {
    assertThat(ignoring(STACKS))
        .isEqualTo(STACKS + "ignore:\n" + ENTRY.replace("\"trainers/*\"", "trainers/group"));
  }

  @Test
  void keepsTheEndsOfLinesThatAFileHas() {
    String windows = STACKS.replace("\n", "\r\n");
    assertThat(ignoring(windows)).isEqualTo(ignoring(STACKS).replace("\n", "\r\n"));
  }

  @Test
  void addsToTheEndOfTheListAndLeavesCommentsWhereTheyAre() {
    String before =
        """
        ignore:   # for now
          # the old one
          - address: net
            reason: r
            until: 2027-01-01   # soon

        # about what follows
        stacks: {}
        """;
    assertThat(ignoring(before))
        .isEqualTo(
            before.replace(
                "# soon\n", "# soon\n" + ENTRY.replace("\"trainers/*\"", "trainers/group")));
  }

  @Test
  void keepsTheIndentationOfTheList() {
    String before = "ignore:\n- address: net\n  reason: r\n  until: 2027-01-01\nstacks: {}\n";
    assertThat(ignoring(before)).contains("\n- stack: fleet\n  address: trainers/group\n");
  }

  @Test
  void fillsAnEmptyList() {
    assertThat(ignoring("ignore: []\nstacks: {}\n")).startsWith("ignore:\n  - stack: fleet\n");
  }

  @Test
  void takesAnyTextForAReason() {
    for (String reason : List.of("a: b # c", "\"x\"", "two\nlines", "${HOME}", "- x", "'", "ü\\")) {
      String text = new EnvironmentText("a.yaml", STACKS).withIgnore(rule("a*", reason));
      assertThat(text).startsWith(STACKS);
    }
  }

  @Test
  void addsNothingToAListThatIsWrittenOtherwise() {
    assertThatThrownBy(
            () -> ignoring("ignore: [{address: a, reason: r, until: 2027-01-01}]\nstacks: {}\n"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void findsWhatIsWrittenPlainlyInTheSectionOfOneStack() {
    EnvironmentText text = new EnvironmentText("a.yaml", STACKS);
    assertThat(text.written("fleet", "16"))
        .extracting(EnvironmentText.Parameter::path)
        .containsExactly("nodes", "spot/max");
    assertThat(text.written("none", "16")).isEmpty();
  }

  @Test
  void changesOneValueAndNothingElse() {
    EnvironmentText text = new EnvironmentText("a.yaml", STACKS);
    assertThat(changed(text, 0)).isEqualTo(STACKS.replace("16   # steady", "40   # steady"));
    assertThat(changed(text, 1)).isEqualTo(STACKS.replace("max: 16", "max: 40"));
  }

  private static @Nullable String changed(EnvironmentText text, int index) {
    return text.with(text.written("fleet", "16").get(index), "40");
  }

  @Test
  void readsTimesAsPeopleGiveThem() {
    Instant now = Instant.parse("2026-11-25T10:00:00Z");
    assertThat(Moments.parse("4h", now)).isEqualTo(Instant.parse("2026-11-25T14:00:00Z"));
    assertThat(Moments.parse("2027-01-31", now)).isEqualTo(Instant.parse("2027-01-31T00:00:00Z"));
    assertThat(Moments.parse("2027-01-31T11:30:00Z", now))
        .isEqualTo(Instant.parse("2027-01-31T11:30:00Z"));
    assertThatThrownBy(() -> Moments.parse("tomorrow", now))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
