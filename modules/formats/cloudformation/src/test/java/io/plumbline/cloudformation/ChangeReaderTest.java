package io.plumbline.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.aws.kinds.AwsKinds;
import io.plumbline.graph.Resource;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.kind.ResourceKind;
import io.plumbline.spi.Engine.Action;
import io.plumbline.value.Value;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudformation.model.Change;
import software.amazon.awssdk.services.cloudformation.model.ChangeAction;
import software.amazon.awssdk.services.cloudformation.model.Replacement;

class ChangeReaderTest {
  private static final ResourceGraph GRAPH =
      new ResourceGraph(List.of(bucket("kept").withKeep(true), bucket("loose").withKeep(false)));

  private static Resource bucket(String address) {
    ResourceKind kind =
        AwsKinds.ALL.stream().filter(each -> each.id().equals("bucket")).findFirst().orElseThrow();
    return Resource.of(address, kind, Value.Obj.EMPTY, null);
  }

  private final ChangeReader reader = new ChangeReader(new Addresses(GRAPH, ResourceGraph.EMPTY));

  private Action read(String logicalId, Replacement replacement) {
    Change change =
        Change.builder()
            .resourceChange(
                c ->
                    c.action(ChangeAction.MODIFY)
                        .logicalResourceId(logicalId)
                        .replacement(replacement))
            .build();
    return reader.read(List.of(change)).get(0).action();
  }

  @Test
  void takesWhatIsProtectedForReplacedWhereCloudFormationCannotTell() {
    assertThat(read("Kept", Replacement.CONDITIONAL)).isEqualTo(Action.REPLACE);
    assertThat(reader.uncertain()).containsExactly("kept");
  }

  @Test
  void isCertainOfWhatCloudFormationTells() {
    assertThat(read("Kept", Replacement.FALSE)).isEqualTo(Action.UPDATE);
    assertThat(read("Loose", Replacement.CONDITIONAL)).isEqualTo(Action.UPDATE);
    assertThat(reader.uncertain()).isEmpty();
  }
}
