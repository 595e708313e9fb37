package io.plumbline.drift;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OutputsTest {
  private static Map<String, String> of(Obj document) {
    return Outputs.of(ToyKind.KIND, document, ToyKind.API, Map.of("partition", "aws-cn"));
  }

  @Test
  void readsMembersAndComposesTextWithConstants() {
    assertThat(of(Value.object("BoxId", Value.text("b$1"), "Suffix", Value.whole(7))))
        .containsExactly(Map.entry("id", "b$1"), Map.entry("arn", "arn:aws-cn:box/b$17"));
  }

  @Test
  void leavesOutOfATextWhatTheDocumentDoesNotSay() {
    assertThat(of(Value.object("BoxId", Value.text("b")))).containsEntry("arn", "arn:aws-cn:box/b");
  }

  @Test
  void saysNothingWhereTheDocumentSaysNothing() {
    assertThat(of(Obj.EMPTY)).isEmpty();
  }
}
