package io.plumbline.live.azure;

import static io.plumbline.kind.Attributes.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.azure.kinds.Arm;
import io.plumbline.azure.kinds.AzureKinds;
import io.plumbline.kind.Attribute;
import io.plumbline.kind.Read;
import io.plumbline.kind.ResourceKind;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Holds the kinds of Azure against the SDK's model types: what they read is there, and of what is
 * there each field that somebody can set is declared, or listed with the reason why it is not ours.
 */
final class ClosedWorldTest {
  /** The SDK's modules for these cannot be had everywhere; their schemas alone hold them. */
  private static final Set<String> WITHOUT_MODEL =
      Set.of(
          "Microsoft.EventGrid/systemTopics",
          "Microsoft.EventGrid/systemTopics/eventSubscriptions",
          "Microsoft.StorageCache/amlFilesystems");

  static List<ResourceKind> kinds() {
    return AzureKinds.ALL.stream().filter(ClosedWorldTest::hasModel).toList();
  }

  private static boolean hasModel(ResourceKind kind) {
    return kind.reads().values().stream().map(ModelPaths::type).noneMatch(WITHOUT_MODEL::contains);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void readsOnlyWhatTheTypeHolds(ResourceKind kind) {
    assertThat(all(kind, ModelPaths::wrong)).as(kind.id()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void declaresOrExplainsEachFieldThatCanBeSet(ResourceKind kind) {
    assertThat(all(kind, ModelPaths::unexplained)).as(kind.id()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void explainsOnlyFieldsThatExistAndAreNotDeclared(ResourceKind kind) {
    assertThat(idle(kind)).as(kind.id()).isEmpty();
  }

  @Test
  void leavesOutOnlyWhatTheSdkHasNoTypeFor() {
    assertThat(AzureKinds.ALL)
        .filteredOn(kind -> !hasModel(kind))
        .extracting(ResourceKind::id)
        .containsExactly("event-grid-subscription", "event-grid-topic", "managed-lustre");
    assertThat(WITHOUT_MODEL).noneMatch(ReadTypes::has);
  }

  @Test
  void catchesAWrongSpelling() {
    ResourceKind planted = planted(text("flowTimeout").in(Arm.API, "properties/flowTimeout"));
    assertThat(all(planted, ModelPaths::wrong)).containsExactly("properties/flowTimeout");
  }

  @Test
  void catchesAFieldThatNobodyDeclared() {
    assertThat(all(planted(), ModelPaths::unexplained))
        .contains("location", "properties/addressSpace", "properties/subnets")
        .doesNotContain("properties/provisioningState");
  }

  @Test
  void catchesAnIdleExplanation() {
    ResourceKind idle =
        ResourceKind.kind("planted")
            .read(Read.all("Microsoft.Network/virtualNetworks"))
            .attributes(text("location"))
            .notOurs("a slip", "location", "noSuchField")
            .build();
    assertThat(idle(idle)).containsExactly("location", "noSuchField");
  }

  private static ResourceKind planted(Attribute... attributes) {
    return ResourceKind.kind("planted")
        .read(Read.all("Microsoft.Network/virtualNetworks"))
        .attributes(attributes)
        .build();
  }

  private static Set<String> idle(ResourceKind kind) {
    Set<String> idle = new TreeSet<>(kind.notOurs().keySet());
    Set<String> fields = all(kind, ModelPaths::fields);
    Set<String> declared = new TreeSet<>();
    ModelPaths.of(kind).forEach(each -> declared.addAll(each.declared()));
    idle.removeIf(field -> fields.contains(field) && !declared.contains(field));
    return idle;
  }

  private static Set<String> all(ResourceKind kind, Function<ModelPaths, Set<String>> what) {
    Set<String> all = new TreeSet<>();
    ModelPaths.of(kind).forEach(each -> all.addAll(what.apply(each)));
    return all;
  }
}
