package io.plumbline.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.aws.kinds.AwsKinds;
import io.plumbline.graph.Lookup;
import io.plumbline.graph.Resource;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.kind.ResourceKind;
import io.plumbline.model.Site;
import io.plumbline.model.Target;
import io.plumbline.spi.Engine.Workspace;
import io.plumbline.value.Value;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudformation.model.Stack;

class InputsTest {
  private static final ResourceGraph GRAPH =
      new ResourceGraph(
          List.of(
              Resource.existing("shared", kind("vpc"), new Lookup.ByName("shared"), null),
              Resource.of(
                  "subnet",
                  kind("subnet"),
                  Value.object("vpcId", Value.ref("shared", "id")),
                  null)));

  private static ResourceKind kind(String id) {
    return AwsKinds.ALL.stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
  }

  private static Set<String> newTo(Stack stack) {
    Target target =
        new Target("test", "s", new Site("main", "aws", "cloudformation", Map.of(), null));
    Map<String, String> live = Map.of("shared", "vpc-2");
    return new Inputs(new Workspace(target, Path.of("."), GRAPH, ResourceGraph.EMPTY, live))
        .newTo(stack);
  }

  private static Stack told(String vpc) {
    return Stack.builder().parameters(Inputs.parameter("Shared", vpc)).build();
  }

  @Test
  void knowsWhichExistingThingIsAnotherThanTheStackWasTold() {
    assertThat(newTo(told("vpc-1"))).containsExactly("shared");
    assertThat(newTo(told("vpc-2"))).isEmpty();
    assertThat(newTo(Stack.builder().build())).containsExactly("shared");
  }
}
