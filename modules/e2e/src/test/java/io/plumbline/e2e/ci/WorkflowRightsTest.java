package io.plumbline.e2e.ci;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What workflows may do, and whose code they run with it. */
class WorkflowRightsTest {
  private static final Path ACTION = Workflow.ROOT.resolve("ci/drift-check/action.yml");
  private static final Pattern USES = Pattern.compile("(?m)^[ #-]*uses: *(.*)$");
  private static final Pattern PINNED =
      Pattern.compile("([a-z-]+/[a-z-]+)[a-z/-]*@([0-9a-f]{40}) # v\\d+\\.\\d+\\.\\d+");

  static List<Workflow> all() {
    return Workflow.all();
  }

  /** A tag can be moved to other code; a commit cannot. */
  @Test
  void whatOthersHaveWrittenIsPinnedByItsCommit() throws IOException {
    Map<String, String> commits = new HashMap<>();
    for (Workflow each : all()) {
      Matcher uses = USES.matcher(each.text());
      while (uses.find()) {
        if (uses.group(1).startsWith("./.github/")) {
          continue;
        }
        Matcher pin = PINNED.matcher(uses.group(1));
        assertThat(pin.matches()).as("%s in %s", uses.group(1), each.file()).isTrue();
        String before = commits.put(pin.group(1), pin.group(2));
        assertThat(before).as(pin.group(1)).isIn(null, pin.group(2));
      }
    }
    assertThat(commits).hasSize(8);
    assertThat(Files.readString(ACTION)).doesNotContain("uses:");
  }

  @ParameterizedTest
  @CsvSource({
    "drift, check, 'contents: read, id-token: write'",
    "drift, merge, contents: read",
    "drift, tell, 'actions: read, contents: read, issues: write, security-events: write'",
    "plan, check, contents: read",
    "plan, plan, 'contents: read, id-token: write'",
    "plan, comment, pull-requests: write",
    "promote, proven, 'contents: read, id-token: write'",
    "promote, plan, 'contents: read, id-token: write'",
    "promote, deploy, 'contents: read, id-token: write'"
  })
  void jobsMayDoNoMoreThanTheyMust(String workflow, String job, String rights) {
    Obj content = Workflow.named(workflow).jobs().get(job);
    assertThat(Workflow.permissions(content).toString())
        .isEqualTo("{" + rights.replace(": ", "=") + "}");
  }

  @ParameterizedTest
  @MethodSource("all")
  void onlyWhatRunsNoCodeOfTheProjectMayWrite(Workflow workflow) {
    assertThat(Workflow.permissions(workflow.content())).isEmpty();
    workflow
        .jobs()
        .forEach(
            (job, content) -> {
              boolean writes =
                  Workflow.permissions(content).entrySet().stream()
                      .anyMatch(
                          each ->
                              each.getValue().equals("write") && !each.getKey().equals("id-token"));
              boolean checksOut =
                  workflow.steps().stream()
                      .filter(step -> step.job().equals(job))
                      .flatMap(step -> step.text("uses").stream())
                      .anyMatch(
                          uses -> uses.startsWith("actions/checkout@") || uses.startsWith("./"));
              assertThat(writes).as(job).isEqualTo(!checksOut);
            });
  }

  /** Whoever opens a pull request decides what is checked out, and lends nothing to it. */
  @Test
  void forksReachNoAccount() {
    for (Workflow each : all()) {
      assertThat(((Obj) each.content().get("on")).members()).containsOnlyKeys("workflow_call");
      assertThat(each.text()).doesNotContain("secrets.", "head.ref", "head.sha }}");
    }
    Workflow plan = Workflow.named("plan");
    assertThat(plan.jobs().get("plan").get("if").toString())
        .contains(
            "github.event_name == 'pull_request'",
            "github.event.pull_request.head.repo.full_name == github.repository");
    assertThat(plan.jobs().get("check").get("if").toString())
        .contains("github.event_name == 'pull_request'");
  }

  @Test
  void valuesReachScriptsByVariablesAlone() throws IOException {
    List<String> scripts =
        Stream.concat(all().stream(), Stream.of(actionAsJob()))
            .flatMap(each -> each.steps().stream())
            .flatMap(step -> Stream.of(step.text("run"), step.text("script")))
            .flatMap(each -> each.stream())
            .toList();
    assertThat(scripts).hasSize(9).noneMatch(script -> script.contains("${{"));
  }

  private static Workflow actionAsJob() throws IOException {
    Obj action = Workflow.of(ACTION, Files.readString(ACTION)).content();
    Obj jobs =
        Value.object("action", Value.object("steps", ((Obj) action.get("runs")).get("steps")));
    return new Workflow(ACTION, "", Value.object("jobs", jobs));
  }
}
