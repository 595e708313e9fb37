package io.plumbline.live.aws;

import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.secretsmanager.model.DescribeSecretResponse;

/** Secrets Manager: that a secret exists, and never what it holds. */
final class SecretsOperations {
  private SecretsOperations() {}

  static final List<Operation> ALL =
      List.of(
          Operation.each(
              "secretsmanager:DescribeSecret",
              DescribeSecretResponse::builder,
              "Asked",
              "",
              Set.of("ResourceNotFoundException"),
              (aws, id) ->
                  Operation.holding("ARN", aws.secrets().describeSecret(r -> r.secretId(id)))));
}
