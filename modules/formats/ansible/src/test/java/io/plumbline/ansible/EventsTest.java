package io.plumbline.ansible;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.ansible.Events.Event;
import io.plumbline.ansible.Events.Outcome;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Lines as ansible.posix.jsonl 1.5.4 writes them, shortened. */
class EventsTest {
  private final List<Event> followed = new ArrayList<>();
  private final Events events = new Events(followed::add);

  /** That these files are not there yet, or that all may read them. */
  private void saysOfItself(String... readable) {
    happens(
        "v2_runner_on_ok",
        "Keep what it says, and what of it is not as it should be",
        "{\"changed\":false,\"ansible_facts\":{\"base_differs\":{\"readable\":[\"%s\"]}}}"
            .formatted(String.join("\",\"", readable)));
  }

  private void happens(String event, String task, String said) {
    events.accept(
        """
        {"_event":"%s","hosts":{"n1":%s},"task":{"name":"base : %s","id":"1"}}\
        """
            .formatted(event, said, task));
  }

  @Test
  void keepsWhatChangedByTaskAndItemAndNothingOfWhatStandsThere() {
    happens("v2_runner_on_ok", "Name the machine", "{\"changed\":true,\"diff\":{\"after\":\"x\"}}");
    happens(
        "v2_runner_on_ok",
        "Write each file",
        """
        {"changed":true,"written":["/etc/a","/etc/b"],"diff":[{"after":"secret"}]}\
        """
            .replace("\n", ""));
    happens(
        "v2_runner_on_ok",
        "Mount storage",
        """
        {"changed":true,"results":[
          {"changed":true,"_ansible_item_label":"/data"},
          {"changed":false,"_ansible_item_label":"/scratch"}]}\
        """
            .replace("\n", ""));
    happens("v2_runner_on_ok", "Make groups", "{\"changed\":false}");

    assertThat(events.changes("n1"))
        .containsExactly(
            "Name the machine",
            "Write each file (/etc/a)",
            "Write each file (/etc/b)",
            "Mount storage (/data)");
    assertThat(followed.toString()).doesNotContain("secret");
    assertThat(events.done()).isEmpty();
    assertThat(events.begun()).containsExactly("n1");
  }

  @Test
  void showsWhatChangesInFilesThatAllMayReadAlone() {
    saysOfItself("/etc/a", "/etc/b", "/etc/c");
    happens(
        "v2_runner_on_ok",
        "Write each file",
        """
        {"changed":true,"written":["/etc/a","/etc/b","/etc/c","/etc/d","/etc/e"],"diff":[\
        {"after_header":"/etc/a","mode":"0644","before":"x\\n","after":"y\\u001b[2J\\n"},\
        {"after_header":"/etc/b","mode":"0600","before":"secret","after":"z"},\
        {"after_header":"/etc/d","mode":"0644","before":"secret","after":"z"},\
        {"after_header":"/etc/e","mode":"0644","before":"secret","after":"z"},\
        {"after_header":"/etc/c","mode":"0644","before":"z","after":"z"}]}\
        """);
    assertThat(events.differences("n1"))
        .containsExactly("--- a/etc/a", "+++ b/etc/a", "@@ -1,1 +1,1 @@", "-x", "+y�[2J");
    assertThat(events.differences("n2")).isEmpty();
  }

  @Test
  void showsTheBeginningOfALongDifference() {
    String many = "line\\n".repeat(100);
    saysOfItself("/etc/a");
    happens(
        "v2_runner_on_ok",
        "Write each file",
        "{\"changed\":true,\"diff\":[{\"after_header\":\"/etc/a\",\"mode\":\"0644\",\"before\":\"\",\"after\":\""
            + many
            + "\"}]}");
    assertThat(events.differences("n1")).hasSize(41).endsWith("… and 63 lines more");
  }

  @Test
  void saysWhyATaskFailedAndOnWhat() {
    happens(
        "v2_runner_on_failed",
        "Make accounts",
        """
        {"failed":true,"msg":"One or more items failed","results":[\
        {"failed":true,"_ansible_item_label":"ann","msg":"uid 1 is taken","stderr":"useradd: no"}]}\
        """);
    happens("v2_runner_on_unreachable", "Ask the machine what it is", "{\"msg\":\"no route\"}");

    assertThat(events.troubles())
        .containsExactly(
            new Event("n1", "Make accounts", Outcome.FAILED, "ann: uid 1 is taken\nuseradd: no"),
            new Event("n1", "Ask the machine what it is", Outcome.UNREACHABLE, "no route"));
  }

  @Test
  void knowsThatAMachineIsDoneByItsLastTask() {
    happens("v2_runner_on_ok", "Write down the release", "{\"changed\":false}");
    assertThat(events.done()).containsExactly("n1");
  }

  /** What comes before the waves touches machines whose wave may never come. */
  @Test
  void doesNotTakeAMachineForBegunThatWasOnlyLookedAtBeforeItsWave() {
    play(Playbook.AT_ONCE);
    happens("v2_runner_on_ok", "Write the key", "{\"changed\":false}");
    assertThat(events.begun()).isEmpty();
    happens("v2_runner_on_ok", "Write the key", "{\"changed\":true}");
    assertThat(events.begun()).containsExactly("n1");
  }

  @Test
  void takesAMachineForBegunOnceItsWaveIs() {
    play(Playbook.AT_ONCE);
    play("Set up h100");
    happens("v2_runner_on_ok", "Name the machine", "{\"changed\":false}");
    assertThat(events.begun()).containsExactly("n1");
  }

  /** Each role writes its own, by the same task. */
  @Test
  void showsWhatChangesInFilesOfEachRole() {
    saysOfItself("/etc/a", "/etc/b");
    for (String path : List.of("/etc/a", "/etc/b")) {
      happens(
          "v2_runner_on_ok",
          "Write each file",
          """
          {"changed":true,"diff":[{"after_header":"%s","mode":"0644","before":"","after":"x\\n"}]}\
          """
              .formatted(path));
    }
    assertThat(events.differences("n1")).contains("+++ b/etc/a", "+++ b/etc/b");
  }

  private void play(String name) {
    events.accept(
        "{\"_event\":\"v2_playbook_on_play_start\",\"play\":{\"name\":\"%s\"},\"tasks\":[]}"
            .formatted(name));
  }

  @Test
  void passesOverWhatIsNoEvent() {
    events.accept("[WARNING]: something");
    events.accept("{not json");
    events.accept("{\"_event\":\"v2_playbook_on_stats\",\"stats\":{}}");
    events.accept(
        "{\"_event\":\"v2_playbook_on_task_start\",\"hosts\":{},\"task\":{\"name\":\"x\"}}");
    assertThat(followed).isEmpty();
    assertThat(events.begun()).isEmpty();
  }
}
