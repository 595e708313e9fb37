package io.plumbline.onprem;

import io.plumbline.diagnostic.Diagnostic;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.kind.Dialect;
import io.plumbline.kind.ResourceKind;
import io.plumbline.model.Design;
import io.plumbline.model.Target;
import io.plumbline.onprem.kinds.OnPremKinds;
import io.plumbline.onprem.lower.Lowering;
import io.plumbline.onprem.rule.OnPremChecks;
import io.plumbline.onprem.rule.OnPremScope;
import io.plumbline.rule.Check;
import io.plumbline.rule.Problems;
import io.plumbline.rule.Rule;
import io.plumbline.spi.Provider;
import java.util.List;

/** A data centre of one's own: kinds, rules and lowering. Calls nothing. */
public final class OnPremProvider implements Provider {
  @Override
  public String id() {
    return "onprem";
  }

  @Override
  public Dialect api() {
    return Dialect.DATA_CENTRE;
  }

  @Override
  public List<ResourceKind> kinds() {
    return OnPremKinds.ALL;
  }

  @Override
  public List<Rule> rules() {
    return OnPremChecks.ALL.stream().map(Check::rule).toList();
  }

  @Override
  public List<Diagnostic> validate(Design design, Target target) {
    Problems problems = new Problems();
    OnPremChecks.run(new OnPremScope(design, target), problems);
    return problems.all();
  }

  @Override
  public ResourceGraph lower(Design design, Target target) {
    return Lowering.lower(design, target);
  }
}
