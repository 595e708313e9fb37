package io.plumbline.aws.kinds;

import io.plumbline.kind.Dialect;
import io.plumbline.testkit.KindDocumentsContract;

final class KindDocumentsTest extends KindDocumentsContract {
  KindDocumentsTest() {
    super(AwsKinds.ALL, Dialect.AWS_API, Dialect.TERRAFORM, Dialect.CLOUDFORMATION);
  }
}
