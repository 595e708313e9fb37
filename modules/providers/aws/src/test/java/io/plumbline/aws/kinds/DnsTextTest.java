package io.plumbline.aws.kinds;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.value.Value;
import org.junit.jupiter.api.Test;

/** Texts as Route 53 and Terraform's provider write them. */
final class DnsTextTest {

  @Test
  void quotesAndEscapes() {
    assertThat(quoted("a \"b\" \\ c")).isEqualTo("\"a \\\"b\\\" \\\\ c\"");
    assertThat(quoted("größer\n")).isEqualTo("\"gr\\303\\266\\303\\237er\\012\"");
    assertThat(quoted("")).isEqualTo("\"\"");
  }

  @Test
  void cutsWhatIsLong() {
    assertThat(quoted("x".repeat(255))).isEqualTo('"' + "x".repeat(255) + '"');
    assertThat(quoted("x".repeat(256))).isEqualTo('"' + "x".repeat(255) + "\" \"x\"");
    assertThat(quoted("é".repeat(128)).split("\" \"", -1)).hasSize(2);
  }

  @Test
  void leavesTheOutermostQuotesToTerraform() {
    assertThat(DnsText.WITHIN_QUOTES.encode().apply(Value.text("x".repeat(256))))
        .isEqualTo(Value.text("x".repeat(255) + "\" \"x"));
  }

  @Test
  void readsWhatOthersWroteOtherwise() {
    assertThat(read("\"team=\" \"\\163erving\"")).isEqualTo("team=serving");
    assertThat(read("\"\\a\\\\\\\"\"")).isEqualTo("a\\\"");
    assertThat(read("\"gr\\303\\266\\303\\237er\"")).isEqualTo("größer");
  }

  @Test
  void keepsReferences() {
    Value text = Value.join(Value.text("at "), Value.ref("data", "name"));
    Value quoted = DnsText.QUOTED.encode().apply(text);
    assertThat(DnsText.QUOTED.decode().apply(quoted)).isEqualTo(text);
  }

  private static String quoted(String text) {
    return ((Value.Text) DnsText.QUOTED.encode().apply(Value.text(text))).value();
  }

  private static String read(String answered) {
    return ((Value.Text) DnsText.QUOTED.decode().apply(Value.text(answered))).value();
  }
}
