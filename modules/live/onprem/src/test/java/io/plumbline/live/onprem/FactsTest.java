package io.plumbline.live.onprem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.kind.Attribute;
import io.plumbline.kind.Dialect;
import io.plumbline.kind.ResourceKind;
import io.plumbline.kind.Spelling;
import io.plumbline.onprem.kinds.Host;
import io.plumbline.value.Value;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FactsTest {
  @Test
  void makesUnknownWhatTheMachineCouldNotRead() throws Exception {
    Value.Obj facts =
        Facts.read(
            "{\"kernel\": \"6.1\", \"unread\": {\"gpus\": \"nvidia-smi\\u001b[2J hangs\"}}", "a");
    assertThat(facts.get("kernel")).isEqualTo(Value.text("6.1"));
    assertThat(facts.get("gpus"))
        .isEqualTo(new Value.Unknown("the machine cannot say it: nvidia-smi?[2J hangs"));
  }

  @Test
  void doesNotTakeForGoneWhatAnOlderScriptDoesNotSay() throws Exception {
    assertThat(Facts.read("{\"unread\": {}}", "a").get("mounts"))
        .isEqualTo(new Value.Unknown("the script on the machine does not say it; deploy again"));
  }

  @Test
  void knowsByWhatAddressItAsked() throws Exception {
    assertThat(Facts.read("{\"address\": \"10.0.0.9\", \"unread\": {}}", "10.0.0.1").get("address"))
        .isEqualTo(Value.text("10.0.0.1"));
  }

  /** Whoever adds a section to the script or the kind adds it here. */
  @Test
  void readsAllThatTheKindDeclares() {
    List<String> read = new ArrayList<>(Facts.SECTIONS);
    read.add("address");
    read.remove("slurmNodes"); // of which each is a thing of a kind of its own
    ResourceKind kind = Host.KIND;
    assertThat(kind.reads().get("").operation()).isEqualTo(OnPremLiveSource.FACTS);
    assertThat(kind.shape().attributes())
        .filteredOn(each -> each.spelling(Dialect.DATA_CENTRE) instanceof Spelling.At)
        .extracting(Attribute::name)
        .containsExactlyInAnyOrderElementsOf(read);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                               | the answer is empty
          {"kernel": "6.1", "unre          | expected more text
          Welcome to node-1!               | it begins with "Welcome to node-1!"
          [1]                              | no JSON object
          {}                               | does not say what is unread
          {"unread": []}                   | does not say what is unread
          {"unread": {}} {"unread": {}}    | expected the end
          """)
  void understandsNothingElse(String text, String why) {
    assertThatThrownBy(() -> Facts.read(text, "a"))
        .isInstanceOf(Facts.NotUnderstoodException.class)
        .hasMessageContaining(why);
  }
}
