package io.plumbline.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.aws.kinds.AwsKinds;
import io.plumbline.graph.Lookup;
import io.plumbline.graph.Resource;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.kind.ResourceKind;
import io.plumbline.value.Value;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudformation.model.Change;
import software.amazon.awssdk.services.cloudformation.model.ChangeAction;
import software.amazon.awssdk.services.cloudformation.model.ChangeSource;
import software.amazon.awssdk.services.cloudformation.model.EvaluationType;
import software.amazon.awssdk.services.cloudformation.model.Replacement;
import software.amazon.awssdk.services.cloudformation.model.ResourceChange;

class EchoesTest {
  private static final ResourceGraph GRAPH =
      new ResourceGraph(
          List.of(
              subnet("a", "net"),
              subnet("b", "a"),
              vpc("net"),
              vpc("other"),
              Resource.existing("shared", kind("vpc"), new Lookup.ByName("shared"), null),
              subnet("inside", "shared"),
              Resource.of("template", kind("launch-template"), Value.Obj.EMPTY, null),
              Resource.of(
                  "version",
                  kind("vpc"),
                  Value.object("cidrBlock", Value.ref("template", "latestVersion")),
                  null)));

  private static Echoes echoes(String... moved) {
    return new Echoes(
        new Addresses(GRAPH, ResourceGraph.EMPTY), GRAPH, Set.of("NetOutputId"), Set.of(moved));
  }

  private static ResourceKind kind(String id) {
    return AwsKinds.ALL.stream().filter(kind -> kind.id().equals(id)).findFirst().orElseThrow();
  }

  private static Resource vpc(String address) {
    return Resource.of(address, kind("vpc"), Value.Obj.EMPTY, null);
  }

  private static Resource subnet(String address, String needed) {
    Value.Obj attributes = Value.object("vpcId", Value.ref(needed, "id"));
    return Resource.of(address, kind("subnet"), attributes, null);
  }

  private static Change change(
      String logicalId, EvaluationType evaluation, ChangeSource source, String cause) {
    return Change.builder()
        .resourceChange(
            change ->
                change
                    .action(ChangeAction.MODIFY)
                    .logicalResourceId(logicalId)
                    .details(
                        detail ->
                            detail
                                .evaluation(evaluation)
                                .changeSource(source)
                                .causingEntity(cause)))
        .build();
  }

  private static Change dynamic(String logicalId) {
    return change(
        logicalId, EvaluationType.DYNAMIC, ChangeSource.PARAMETER_REFERENCE, "NetOutputId");
  }

  /** A change that replaces. */
  private static Change direct(String logicalId) {
    return change(logicalId, EvaluationType.STATIC, ChangeSource.DIRECT_MODIFICATION, null);
  }

  private static Change inPlace(String logicalId) {
    ResourceChange change = direct(logicalId).resourceChange();
    return Change.builder()
        .resourceChange(change.toBuilder().replacement(Replacement.FALSE).build())
        .build();
  }

  private static List<String> without(Change... listed) {
    return without(echoes(), listed);
  }

  private static List<String> without(Echoes echoes, Change... listed) {
    return echoes.without(List.of(listed)).stream()
        .map(change -> change.resourceChange().logicalResourceId())
        .toList();
  }

  @Test
  void leavesOutWhatChangesOnlyIfSomethingElseDid() {
    assertThat(without(dynamic("B"), dynamic("A"), direct("Other"))).containsExactly("Other");
    assertThat(without(dynamic("A"))).isEmpty();
  }

  @Test
  void keepsWhatFollowsFromAChangeHoweverFarAway() {
    assertThat(without(dynamic("B"), dynamic("A"), direct("Net"))).containsExactly("B", "A", "Net");
  }

  @Test
  void knowsThatIdsLastThroughChangesInPlace() {
    assertThat(without(dynamic("A"), inPlace("Net"))).containsExactly("Net");
    assertThat(without(dynamic("Version"), inPlace("Template")))
        .containsExactly("Version", "Template");
  }

  @Test
  void keepsWhatChangesByItself() {
    Change parameter =
        change("A", EvaluationType.STATIC, ChangeSource.PARAMETER_REFERENCE, "Existing");
    assertThat(without(parameter, direct("B"))).containsExactly("A", "B");
  }

  @Test
  void takesPassedParametersForChangedNoMoreThanWhatTheyPass() {
    Change passed =
        change("A", EvaluationType.STATIC, ChangeSource.PARAMETER_REFERENCE, "NetOutputId");
    assertThat(without(passed)).isEmpty();
    assertThat(without(passed, direct("Net"))).containsExactly("A", "Net");
  }

  @Test
  void keepsWhatStandsInAnExistingThingThatIsAnotherByNow() {
    assertThat(without(dynamic("Inside"))).isEmpty();
    assertThat(without(echoes("shared"), dynamic("Inside"), dynamic("A")))
        .containsExactly("Inside");
  }

  @Test
  void keepsWhatItDoesNotKnow() {
    assertThat(without(dynamic("Foreign"))).containsExactly("Foreign");
  }
}
