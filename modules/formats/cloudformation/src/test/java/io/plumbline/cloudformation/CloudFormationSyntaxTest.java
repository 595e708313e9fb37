package io.plumbline.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.testkit.HostileText;
import io.plumbline.value.JsonWriter;
import io.plumbline.value.Value;
import io.plumbline.yaml.YamlDocument;
import io.plumbline.yaml.YamlWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class CloudFormationSyntaxTest {
  private static final Value NETWORK = Value.ref("network", "Ref");
  private static final Value GROUP = Value.ref("group", "GroupId");

  private final CloudFormationSyntax syntax =
      new CloudFormationSyntax(
          new CloudFormationNames() {
            @Override
            public Name spell(Value.Ref ref) {
              return new Name(
                  LogicalId.of(ref.resource()), ref.output().equals("Ref") ? null : ref.output());
            }

            @Override
            public Value.Ref parse(Name name) {
              String id = name.logicalId();
              String address = Character.toLowerCase(id.charAt(0)) + id.substring(1);
              return new Value.Ref(address, name.attribute() == null ? "Ref" : name.attribute());
            }
          });

  private String spelled(Value value) {
    return JsonWriter.compact(syntax.spell(value));
  }

  @Test
  void writesReferences() {
    assertThat(spelled(NETWORK)).isEqualTo("{\"Ref\":\"Network\"}");
    assertThat(spelled(GROUP)).isEqualTo("{\"Fn::GetAtt\":[\"Group\",\"GroupId\"]}");
  }

  @Test
  void writesTextWithReferencesReadablyWhereThatIsExact() {
    assertThat(
            spelled(
                Value.join(Value.text("id ${HOME} ${x:-1} "), GROUP, Value.text("\n"), NETWORK)))
        .isEqualTo("{\"Fn::Sub\":\"id ${!HOME} ${!x:-1} ${Group.GroupId}\\n${Network}\"}");
    assertThat(spelled(Value.join(Value.text("$"), NETWORK)))
        .isEqualTo("{\"Fn::Join\":[\"\",[\"$\",{\"Ref\":\"Network\"}]]}");
    assertThat(spelled(Value.join(Value.text("${!x}"), NETWORK)))
        .isEqualTo("{\"Fn::Join\":[\"\",[\"$\",\"{!x}\",{\"Ref\":\"Network\"}]]}");
  }

  @Test
  void keepsTextThatOnlyLooksLikeASubstitutionApart() {
    assertThat(spelled(Value.text("${HOME}")))
        .isEqualTo("{\"Fn::Join\":[\"\",[\"$\",\"{HOME}\"]]}");
  }

  @Test
  void leavesScriptsAsTheyAre() {
    assertThat(spelled(new Value.Base64(Value.text("echo ${HOME}\n"))))
        .isEqualTo("{\"Fn::Base64\":\"echo ${HOME}\\n\"}");
  }

  @Property(tries = 1000)
  void understandsWhatItSaid(@ForAll("values") Value value) {
    String text = YamlWriter.write(syntax.spell(value));
    assertThat(syntax.parse(YamlDocument.read(text, "t").value())).isEqualTo(value);
  }

  @Provide
  Arbitrary<Value> values() {
    Arbitrary<String> hostile = Arbitraries.strings().withChars("$!{}\"\\\nab(.").ofMaxLength(8);
    Arbitrary<String> texts = Arbitraries.oneOf(HostileText.plain(), hostile);
    Arbitrary<Value> text = texts.map(Value::text);
    Arbitrary<Value> joins =
        Arbitraries.oneOf(text, Arbitraries.of(NETWORK, GROUP))
            .list()
            .ofMaxSize(5)
            .map((List<Value> parts) -> Value.join(parts));
    Arbitrary<Value> leaves =
        Arbitraries.oneOf(
            joins,
            joins.map(Value.Base64::new),
            Arbitraries.longs().map(Value::whole),
            Arbitraries.of(Value.NULL, Value.flag(true)));
    return Arbitraries.recursive(
        () -> leaves,
        inner ->
            Arbitraries.oneOf(
                inner.list().ofMaxSize(3).map((List<Value> items) -> Value.list(items)),
                Arbitraries.maps(texts, inner)
                    .ofMaxSize(3)
                    .map(
                        (Map<String, Value> members) ->
                            new Value.Obj(new LinkedHashMap<>(members)))),
        0,
        2);
  }
}
