package io.plumbline.e2e.ci;

import static io.plumbline.e2e.ci.GithubScript.comments;
import static io.plumbline.e2e.ci.GithubScript.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.value.Value.Obj;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The one issue that workflow {@code drift} keeps for an environment. */
class DriftIssuesIT {
  @TempDir Path folder;
  private GithubScript script;

  @BeforeAll
  static void setUp() {
    Programs.setUp();
  }

  @BeforeEach
  void nothingYet() throws IOException {
    script = new GithubScript(folder, "drift", "[]");
  }

  private void seen(String verdict) throws IOException {
    script.artefact("drift/verdict", verdict + "\n");
    script.artefact("drift/drift.md", "## prod: " + verdict + "\n");
    script.run("prod", "{}");
  }

  private Obj issue() throws IOException {
    assertThat(script.issues()).hasSize(1);
    return script.issues().get(0);
  }

  @Test
  void isOpenedWhereThereIsDriftAndKeptUpToDate() throws IOException {
    seen("drift");
    assertThat(text(issue(), "title")).isEqualTo("Drift in prod");
    assertThat(text(issue(), "body"))
        .contains("## prod: drift", "https://github.com/acme/fleet/actions/runs/7");

    script.artefact("drift/drift.md", "something else\n");
    script.run("prod", "{}");
    assertThat(text(issue(), "body")).contains("something else").doesNotContain("## prod");
    assertThat(text(issue(), "state")).isEqualTo("open");
    assertThat(comments(issue())).isEmpty();
  }

  @Test
  void isClosedWhereAllIsInSyncAgainAndAnotherIsOpenedTheNextTime() throws IOException {
    seen("drift");
    seen("in-sync");
    assertThat(text(issue(), "state")).isEqualTo("closed");
    assertThat(comments(issue())).hasSize(1).allMatch(each -> each.startsWith("In sync again"));
    seen("in-sync");
    assertThat(comments(issue())).hasSize(1);
    seen("drift");
    assertThat(script.issues()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"incomplete", "error", "", "anything"})
  void isNotTouchedWhereNothingIsKnownButForOneComment(String verdict) throws IOException {
    seen("drift");
    String before = text(issue(), "body");
    seen(verdict);
    seen(verdict);
    assertThat(text(issue(), "body")).isEqualTo(before);
    assertThat(text(issue(), "state")).isEqualTo("open");
    assertThat(comments(issue())).hasSize(1).allMatch(each -> each.contains("is not known"));
  }

  @Test
  void isNotOpenedWithoutDrift() throws IOException {
    for (String verdict : new String[] {"in-sync", "incomplete", "error"}) {
      seen(verdict);
    }
    Files.delete(folder.resolve("drift/verdict"));
    script.run("prod", "{}");
    assertThat(script.issues()).isEmpty();
  }

  /** Of another environment, another author, or a pull request: none is ours, on whatever page. */
  @Test
  void isToldFromOthersThatLookLikeIt() throws IOException {
    String marker = "<!-- plumbline-drift prod -->";
    String others =
        IntStream.rangeClosed(1, 120)
            .mapToObj(
                number ->
                    switch (number % 4) {
                      case 0 -> issue(number, "mallory", marker, "");
                      case 1 ->
                          issue(
                              number, "github-actions[bot]", "<!-- plumbline-drift prod-2 -->", "");
                      case 2 ->
                          issue(number, "github-actions[bot]", marker, "\"pull_request\": {},");
                      default -> issue(number, "github-actions[bot]", "quotes " + marker, "");
                    })
            .collect(Collectors.joining(",", "[", "]"));
    script = new GithubScript(folder, "drift", others);
    seen("in-sync");
    assertThat(script.issues()).allMatch(each -> text(each, "state").equals("open"));
    seen("drift");
    seen("drift");
    assertThat(script.issues()).hasSize(121);
    seen("in-sync");
    assertThat(script.issues())
        .filteredOn(each -> text(each, "state").equals("closed"))
        .extracting(each -> text(each, "title"))
        .containsExactly("Drift in prod");
  }

  private static String issue(int number, String author, String body, String more) {
    return """
    {"number": %d, "state": "open", "user": {"login": "%s"}, "body": "%s", %s "comments": []}
    """
        .formatted(number, author, body, more);
  }

  @Test
  void isShortEnoughForGithub() throws IOException {
    script.artefact("drift/verdict", "drift");
    script.artefact("drift/drift.md", "x".repeat(100_000));
    script.run("prod", "{}");
    assertThat(text(issue(), "body")).hasSizeLessThanOrEqualTo(65_536);
  }
}
