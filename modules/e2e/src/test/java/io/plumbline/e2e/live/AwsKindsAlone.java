package io.plumbline.e2e.live;

import io.plumbline.aws.kinds.AwsKinds;
import io.plumbline.diagnostic.Diagnostic;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.kind.Dialect;
import io.plumbline.kind.ResourceKind;
import io.plumbline.model.Design;
import io.plumbline.model.Target;
import io.plumbline.spi.Provider;
import java.util.List;

/** The kinds of AWS without any lowering: the graph comes from the test. */
final class AwsKindsAlone implements Provider {
  @Override
  public String id() {
    return "aws";
  }

  @Override
  public Dialect api() {
    return Dialect.AWS_API;
  }

  @Override
  public List<ResourceKind> kinds() {
    return AwsKinds.ALL;
  }

  @Override
  public List<Diagnostic> validate(Design design, Target target) {
    return List.of();
  }

  @Override
  public ResourceGraph lower(Design design, Target target) {
    throw new UnsupportedOperationException("the graph comes from the test");
  }
}
