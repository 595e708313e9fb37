package io.plumbline.kind;

import static io.plumbline.kind.Attributes.map;
import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.value.Value;
import org.junit.jupiter.api.Test;

final class IdentityTest {
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
