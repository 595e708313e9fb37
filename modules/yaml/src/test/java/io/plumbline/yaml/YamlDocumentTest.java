package io.plumbline.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.value.Value;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YamlDocumentTest {

  private static YamlNode read(String text) {
    return YamlDocument.read(text, "environments/dev.yaml");
  }

  @Test
  void saysWhereEachNodeBegins() {
    var root =
        (YamlNode.Mapping) read("sites:\n  main:\n    region: eu-west-1\n    zones: [a, b]\n");
    var main =
        (YamlNode.Mapping)
            ((YamlNode.Mapping) root.members().get(0).node()).members().get(0).node();
    YamlNode.Member region = main.find("region");
    YamlNode.Member zones = main.find("zones");

    assertThat(region.line()).isEqualTo(3);
    assertThat(region.column()).isEqualTo(5);
    assertThat(region.node().column()).isEqualTo(13);
    assertThat(((YamlNode.Sequence) zones.node()).items().get(1).column()).isEqualTo(16);
  }

  @Test
  void readsScalarsByTheCoreSchema() {
    Value value =
        read("[yes, 012, 0x1f, 1e3, 2.50, true, ~, '3', 12345678901234567890, 2012-10-17]").value();

    assertThat(value)
        .isEqualTo(
            Value.list(
                Value.text("yes"),
                Value.whole(12),
                Value.whole(31),
                Value.decimal(new BigDecimal("1000")),
                Value.decimal(new BigDecimal("2.5")),
                Value.flag(true),
                Value.NULL,
                Value.text("3"),
                Value.decimal(new BigDecimal("12345678901234567890")),
                Value.text("2012-10-17")));
  }

  @Test
  void keepsTheTextOfANumber() {
    assertThat(read("012345678901"))
        .isEqualTo(new YamlNode.Scalar(Value.whole(12345678901L), "012345678901", false, 1, 1));
  }

  @Test
  void readsNothingAsNull() {
    assertThat(read("# only a comment\n").value()).isEqualTo(Value.NULL);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          `a: 1\\nb: 2\\na: 3`  | `:3:1: "a" is there twice: also in line 1`
          `a: !!java.io.File x` | `:1:4: the tag tag:yaml.org,2002:java.io.File is not supported`
          `a: &x [*x]`          | `:1:4: contains itself through an alias`
          `a: .inf`             | `:1:4: ".inf" is no finite number`
          `? [a]\\n: b`         | `:1:3: the name of a member must be text`
          `a: b: c`             | `:1:5: mapping values are not allowed here`
          `a\\n---\\nb`         | `:2:1: expected a single document in the stream`
          """)
  void refusesWithTheLineAndColumn(String text, String message) {
    assertThatThrownBy(() -> read(text.replace("\\n", "\n")))
        .isInstanceOf(YamlException.class)
        .hasMessageStartingWith("environments/dev.yaml:")
        .hasMessageContaining(message);
  }

  @Test
  void boundsWhatAliasesRepeat() {
    StringBuilder bomb = new StringBuilder("a0: &a0 [1,1,1,1,1,1,1,1,1]\n");
    for (int i = 1; i < 6; i++) {
      bomb.append("a%d: &a%d [%s]\n".formatted(i, i, ("*a" + (i - 1) + ",").repeat(8)));
    }
    assertThatThrownBy(() -> read(bomb.toString())).isInstanceOf(YamlException.class);
  }

  @Test
  void refusesWhatIsNestedTooDeeply() {
    assertThatThrownBy(() -> read("[".repeat(200_000))).isInstanceOf(YamlException.class);
  }
}
