package io.plumbline.azure.kinds;

import io.plumbline.kind.Dialect;
import io.plumbline.testkit.KindDocumentsContract;

final class KindDocumentsTest extends KindDocumentsContract {
  KindDocumentsTest() {
    super(AzureKinds.ALL, Arm.API, Dialect.TERRAFORM, Arm.ARM);
  }
}
