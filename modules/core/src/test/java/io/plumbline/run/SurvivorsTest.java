package io.plumbline.run;

import static io.plumbline.kind.Attributes.ref;
import static io.plumbline.kind.Attributes.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.graph.Resource;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.kind.ResourceKind;
import io.plumbline.value.Value;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A store that is protected stands behind a group, which has rules. */
class SurvivorsTest {
  private static final ResourceKind GROUP =
      ResourceKind.kind("group")
          .output("id", "id", "Ref", "GroupId")
          .attributes(text("name"))
          .build();
  private static final ResourceKind RULE =
      ResourceKind.kind("rule")
          .keyedBy("group", "other", "port")
          .within("group")
          .attributes(ref("group", "group", "id"), ref("other", "group", "id"), text("port"))
          .free()
          .build();
  private static final ResourceKind CHARGED =
      ResourceKind.kind("gate")
          .keyedBy("group", "port")
          .within("group")
          .attributes(ref("group", "group", "id"), text("port"))
          .build();
  private static final ResourceKind STORE =
      ResourceKind.kind("store").attributes(ref("group", "group", "id")).build();

  private final Resource group = Resource.of("group", GROUP, Value.object(), null);
  private final Resource far = Resource.of("far", GROUP, Value.object(), null);
  private final Resource store =
      Resource.of("store", STORE, Value.object("group", group.ref("id")), null).withKeep(true);

  @Test
  void whatStaysKeepsItsParts() {
    assertThat(survivors(group, rule("rule", group, group), far, store))
        .containsExactly("group", "rule", "store");
  }

  @Test
  void aPartThatNeedsMoreGoes() {
    assertThat(survivors(group, far, rule("rule", group, far), store))
        .containsExactly("group", "store");
  }

  @Test
  void aPartThatCostsGoes() {
    Resource gate = Resource.of("gate", CHARGED, Value.object("group", group.ref("id")), null);
    assertThat(survivors(group, gate, store)).containsExactly("group", "store");
  }

  @Test
  void whereNothingIsProtectedNothingStays() {
    assertThat(survivors(group, rule("rule", group, group), store.withKeep(false))).isEmpty();
  }

  private static Resource rule(String address, Resource group, Resource other) {
    Value.Obj attributes = Value.object("group", group.ref("id"), "other", other.ref("id"));
    return Resource.of(address, RULE, attributes, null);
  }

  private static List<String> survivors(Resource... all) {
    return Survivors.of(new ResourceGraph(List.of(all))).resources().stream()
        .map(Resource::address)
        .toList();
  }
}
