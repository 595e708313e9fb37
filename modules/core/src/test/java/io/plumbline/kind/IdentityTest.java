package io.plumbline.kind;

import static io.plumbline.kind.Attributes.flag;
import static io.plumbline.kind.Attributes.map;
import static io.plumbline.kind.Attributes.record;
import static io.plumbline.kind.Attributes.set;
import static io.plumbline.kind.Attributes.text;
import static io.plumbline.kind.Attributes.whole;
import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.value.Value;
import org.junit.jupiter.api.Test;

final class IdentityTest {
  private static final Value OURS = Value.text("trainers/template");

  @Test
  void readsTagsOfAMap() {
    Identity identity = ResourceKind.kind("vpc").taggedBy("tags").build().identity();

    assertThat(identity.tags(Value.object("tags", Value.object("plumbline:id", OURS))))
        .containsEntry("plumbline:id", OURS);
  }

  @Test
  void readsTagsOfASetOfRecords() {
    Identity identity =
        ResourceKind.kind("group")
            .taggedBy("tags")
            .attributes(set("tags", record(text("key"), text("value"), flag("propagate"))))
            .build()
            .identity();
    Value tag =
        Value.object(
            "key", Value.text("plumbline:id"), "value", OURS, "propagate", Value.flag(true));

    assertThat(identity.tags(Value.object("tags", Value.list(tag))))
        .containsEntry("plumbline:id", OURS);
  }

  @Test
  void hasNoTagsWhereTheKindOrTheResourceHasNone() {
    Identity tagged = ResourceKind.kind("vpc").taggedBy("tags").build().identity();
    Identity untagged = ResourceKind.kind("route").build().identity();

    assertThat(tagged.tags(Value.Obj.EMPTY)).isEmpty();
    assertThat(tagged.tags(Value.object("tags", new Value.Unknown("denied")))).isEmpty();
    assertThat(untagged.tags(Value.object("tags", Value.object("a", OURS)))).isEmpty();
  }

  @Test
  void findsTheLiveNameInAnAttributeOrInATag() {
    Identity named = ResourceKind.kind("role").namedBy("name").build().identity();
    Identity tagged =
        ResourceKind.kind("vpc").namedBy("tags/Name").attributes(map("tags")).build().identity();
    Value name = Value.text("prod-train-net");

    assertThat(named.liveName(Value.object("name", name))).isEqualTo("prod-train-net");
    assertThat(tagged.liveName(Value.object("tags", Value.object("Name", name))))
        .isEqualTo("prod-train-net");
    assertThat(tagged.liveName(Value.object("tags", Value.Obj.EMPTY))).isNull();
    assertThat(named.liveName(Value.object("name", Value.ref("other", "name")))).isNull();
    assertThat(ResourceKind.kind("route").build().identity().liveName(Value.Obj.EMPTY)).isNull();
  }

  @Test
  void takesTheProvidersDefaultForAKeyThatNobodySaid() {
    Identity identity =
        ResourceKind.kind("rule")
            .keyedBy("protocol", "port", "cidr")
            .attributes(text("protocol"), whole("port").byDefault(Value.whole(-1)), text("cidr"))
            .build()
            .identity();

    assertThat(identity.naturalKey(Value.object("protocol", Value.text("all"))))
        .containsExactly(Value.text("all"), Value.whole(-1), Value.NULL)
        .isEqualTo(
            identity.naturalKey(
                Value.object("protocol", Value.text("all"), "port", Value.whole(-1))));
  }

  @Test
  void knowsWhatTheProviderMadeThroughLists() {
    Identity identity =
        ResourceKind.kind("table")
            .providerMade("Origin", Value.text("Create"))
            .providerMade("Associations/Main", Value.flag(true))
            .build()
            .identity();
    Value main = Value.object("Main", Value.flag(true));
    Value other = Value.object("Main", Value.flag(false));

    assertThat(identity.madeByProvider(Value.object("Associations", Value.list(other, main))))
        .isTrue();
    assertThat(identity.madeByProvider(Value.object("Origin", Value.text("Create")))).isTrue();
    assertThat(identity.madeByProvider(Value.object("Associations", Value.list(other)))).isFalse();
    assertThat(identity.madeByProvider(Value.object("Associations", Value.list()))).isFalse();
    assertThat(identity.madeByProvider(Value.Obj.EMPTY)).isFalse();
  }
}
