package io.plumbline.e2e.ci;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.parser.Parser;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The one comment that workflow {@code plan} keeps for an environment in a pull request. */
class PlanCommentsIT {
  private static final String EVENT =
      "{\"pull_request\": {\"number\": 1, \"head\": {\"sha\": \"c0ffee\"}}}";

  @TempDir Path folder;
  private GithubScript script;

  @BeforeAll
  static void setUp() {
    Programs.setUp();
  }

  @BeforeEach
  void pullRequest() throws IOException {
    script =
        new GithubScript(
            folder, "plan", "[{\"number\": 1, \"state\": \"open\", \"comments\": []}]");
  }

  private String comment(String environment, String status, String plan) throws IOException {
    script.artefact("plan/status", status + "\n");
    script.artefact("plan/plan.txt", plan);
    script.artefact("plan/errors.txt", "error: no such role\n");
    script.run(environment, EVENT);
    return GithubScript.comments(script.issues().get(0)).getLast();
  }

  @Test
  void showsPlanAndPriceAndIsWrittenAnew() throws IOException {
    assertThat(comment("prod", "2", "prod: 1 to create\n\ncost: $48.00 an hour\n"))
        .contains("## Plan for prod\n", "prod: 1 to create\n\ncost: $48.00 an hour\n", "c0ffee");
    assertThat(comment("prod", "0", "prod: nothing to change\n"))
        .contains("## Plan for prod: nothing to change")
        .doesNotContain("1 to create");
    comment("dev", "0", "dev: nothing to change\n");
    assertThat(GithubScript.comments(script.issues().get(0))).hasSize(2);
  }

  @Test
  void showsWhyThereIsNoPlan() throws IOException {
    assertThat(comment("prod", "1", "half a plan"))
        .contains("## Plan for prod: failed", "error: no such role")
        .doesNotContain("half a plan");
  }

  @Test
  void saysThatAPlanDidNotBegin() throws IOException {
    script.run("prod", EVENT);
    assertThat(GithubScript.comments(script.issues().get(0)))
        .singleElement()
        .asString()
        .contains("## Plan for prod: failed", "It did not begin.");
  }

  /** Names in a plan are whatever somebody gave them. */
  @Test
  void nothingInAPlanEndsItsBlock() throws IOException {
    String plan = "name\n````\n@everyone `````text <img src=x>\n```\n" + "x".repeat(80_000);
    String body = comment("prod", "2", plan);
    assertThat(body).hasSizeLessThan(65_536).contains("The rest is in the log");
    StringBuilder fenced = new StringBuilder();
    Parser.builder()
        .build()
        .parse(body)
        .accept(
            new AbstractVisitor() {
              @Override
              public void visit(FencedCodeBlock block) {
                fenced.append(block.getLiteral());
              }
            });
    assertThat(fenced).hasToString(plan.substring(0, 60_000) + "\n");
  }
}
