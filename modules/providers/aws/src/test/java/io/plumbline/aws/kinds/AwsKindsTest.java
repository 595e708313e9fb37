package io.plumbline.aws.kinds;

import io.plumbline.kind.Dialect;
import io.plumbline.kind.ResourceKind;
import io.plumbline.testkit.KindContract;
import java.util.List;

final class AwsKindsTest extends KindContract {
  AwsKindsTest() {
    super(AwsKinds.ALL, Dialect.AWS_API);
  }

  @Override
  protected List<Dialect> engines(ResourceKind kind) {
    return List.of(Dialect.TERRAFORM, Dialect.CLOUDFORMATION);
  }
}
