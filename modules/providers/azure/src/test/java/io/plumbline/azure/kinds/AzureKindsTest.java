package io.plumbline.azure.kinds;

import io.plumbline.kind.Dialect;
import io.plumbline.kind.ResourceKind;
import io.plumbline.testkit.KindContract;
import java.util.List;

final class AzureKindsTest extends KindContract {
  AzureKindsTest() {
    super(AzureKinds.ALL, Arm.API);
  }

  @Override
  protected List<Dialect> engines(ResourceKind kind) {
    return List.of(Dialect.TERRAFORM, Arm.ARM);
  }
}
