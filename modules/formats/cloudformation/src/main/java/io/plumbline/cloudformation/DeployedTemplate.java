package io.plumbline.cloudformation;

import io.plumbline.kind.Lens;
import io.plumbline.value.Value;
import io.plumbline.yaml.YamlDocument;
import java.util.List;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;

/**
 * The template that a stack was last deployed with: its policies count when resources go, not those
 * of the design.
 */
record DeployedTemplate(Value root) {

  static DeployedTemplate of(CloudFormationClient client, String stackId) {
    String body = client.getTemplate(request -> request.stackName(stackId)).templateBody();
    return new DeployedTemplate(
        body == null ? Value.NULL : YamlDocument.read(body, "the deployed template").value());
  }

  boolean retains(String logicalId) {
    Value policy = Lens.find(root, List.of("Resources", logicalId, "DeletionPolicy"));
    return policy instanceof Value.Text text && text.value().startsWith("Retain");
  }
}
