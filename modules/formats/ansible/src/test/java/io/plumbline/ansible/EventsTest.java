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
        {"changed":true,"results":[
          {"changed":true,"_ansible_item_label":"/etc/a","diff":[{"after":"secret"}]},
          {"changed":false,"_ansible_item_label":"/etc/b"}]}\
        """
            .replace("\n", ""));
    happens("v2_runner_on_ok", "Make groups", "{\"changed\":false}");

    assertThat(events.changes("n1"))
        .containsExactly("Name the machine", "Write each file (/etc/a)");
    assertThat(followed.toString()).doesNotContain("secret");
    assertThat(events.done()).isEmpty();
    assertThat(events.begun()).containsExactly("n1");
  }

  @Test
  void showsWhatChangesInFilesThatAllMayReadAlone() {
    happens(
        "v2_runner_on_ok",
        "Look at each file",
        """
        {"results":[\
        {"item":{"path":"/etc/a"},"stat":{"exists":true,"mode":"0644"}},\
        {"item":{"path":"/etc/b"},"stat":{"exists":true,"mode":"0600"}},\
        {"item":{"path":"/etc/c"},"stat":{"exists":true,"mode":"0600"}},\
        {"item":{"path":"/etc/d"},"stat":{"exists":true,"mode":"0600"}}]}\
        """);
    happens(
        "v2_runner_on_ok",
        "Write each file",
        """
        {"changed":true,"results":[\
        {"changed":true,"item":{"path":"/etc/a","mode":"0644"},"diff":[{"before":"x\\n","after":"y\\u001b[2J\\n"}]},\
        {"changed":true,"item":{"path":"/etc/b","mode":"0600"},"diff":[{"before":"secret","after":"z"}]},\
        {"changed":true,"item":{"path":"/etc/d","mode":"0644"},"diff":[{"before":"secret","after":"z"}]},\
        {"changed":true,"item":{"path":"/etc/e","mode":"0644"},"diff":[{"before":"secret","after":"z"}]},\
        {"changed":true,"item":{"path":"/etc/c","mode":"0644"},"diff":[{"before":{"mode":"0600"},"after":{"mode":"0644"}}]}]}\
        """);
    assertThat(events.differences("n1"))
        .containsExactly("--- a/etc/a", "+++ b/etc/a", "@@ -1,1 +1,1 @@", "-x", "+y�[2J");
    assertThat(events.differences("n2")).isEmpty();
  }

  @Test
  void showsTheBeginningOfALongDifference() {
    String many = "line\\n".repeat(100);
    happens(
        "v2_runner_on_ok",
        "Look at each file",
        "{\"results\":[{\"item\":{\"path\":\"/etc/a\"},\"stat\":{\"exists\":false}}]}");
    happens(
        "v2_runner_on_ok",
        "Write each file",
        "{\"changed\":true,\"results\":[{\"item\":{\"path\":\"/etc/a\",\"mode\":\"0644\"},\"diff\":[{\"before\":\"\",\"after\":\""
            + many
            + "\"}]}]}");
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
    happens("v2_runner_on_unreachable", "Gathering Facts", "{\"msg\":\"no route\"}");

    assertThat(events.troubles())
        .containsExactly(
            new Event("n1", "Make accounts", Outcome.FAILED, "ann: uid 1 is taken\nuseradd: no"),
            new Event("n1", "Gathering Facts", Outcome.UNREACHABLE, "no route"));
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
    for (String path : List.of("/etc/a", "/etc/b")) {
      happens(
          "v2_runner_on_ok",
          "Look at each file",
          "{\"results\":[{\"item\":{\"path\":\"%s\"},\"stat\":{\"exists\":false}}]}"
              .formatted(path));
      happens(
          "v2_runner_on_ok",
          "Write each file",
          """
          {"changed":true,"results":[\
          {"item":{"path":"%s","mode":"0644"},"diff":[{"before":"","after":"x\\n"}]}]}\
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
