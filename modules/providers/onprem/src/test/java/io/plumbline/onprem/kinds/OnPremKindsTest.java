package io.plumbline.onprem.kinds;

import io.plumbline.kind.Dialect;
import io.plumbline.kind.ResourceKind;
import io.plumbline.testkit.KindContract;
import java.util.List;
import java.util.stream.Stream;

/** Some are made by no engine, and some are compared where they are used. */
final class OnPremKindsTest extends KindContract {
  OnPremKindsTest() {
    super(OnPremKinds.ALL, Dialect.DATA_CENTRE);
  }

  @Override
  protected List<Dialect> engines(ResourceKind kind) {
    return Stream.of(Dialect.TERRAFORM, Dialect.ANSIBLE)
        .filter(dialect -> !kind.documents(dialect).isEmpty())
        .toList();
  }

  @Override
  protected boolean isRead(ResourceKind kind) {
    return !kind.reads().isEmpty();
  }
}
