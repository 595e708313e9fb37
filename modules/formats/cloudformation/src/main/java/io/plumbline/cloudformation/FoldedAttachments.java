package io.plumbline.cloudformation;

import io.plumbline.graph.Resource;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.value.Value;
import org.jspecify.annotations.Nullable;

/** Policy attachments stand in their role: CloudFormation has no resource for them. */
final class FoldedAttachments implements Folding.Rule {
  private static final String KIND = "role-policy-attachment";
  private static final String ROLE = "roleName";
  private static final String POLICY = "policyArn";

  @Override
  public @Nullable String host(Resource part, ResourceGraph graph) {
    if (!part.isOurs()
        || !part.kind().id().equals(KIND)
        || !(part.attributes().get(ROLE) instanceof Value.Ref role)) {
      return null;
    }
    Resource host = graph.find(role.resource());
    return host != null && host.isOurs() ? host.address() : null;
  }

  @Override
  public String listed() {
    return "managedPolicyArns";
  }

  @Override
  public Value item(Resource part) {
    return part.attributes().get(POLICY);
  }

  @Override
  public Value.Obj attributes(Value item) {
    return Value.object(POLICY, item);
  }

  @Override
  public Value.Obj unsaid(Resource part) {
    return Value.object(ROLE, part.attributes().get(ROLE));
  }
}
