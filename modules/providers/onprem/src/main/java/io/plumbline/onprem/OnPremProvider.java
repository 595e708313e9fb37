package io.plumbline.onprem;

import io.plumbline.cost.Cost;
import io.plumbline.diagnostic.Diagnostic;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.kind.Dialect;
import io.plumbline.kind.ResourceKind;
import io.plumbline.model.Design;
import io.plumbline.model.Target;
import io.plumbline.onprem.kinds.Host;
import io.plumbline.onprem.kinds.HyperVVm;
import io.plumbline.onprem.kinds.OnPremKinds;
import io.plumbline.onprem.kinds.ProxmoxVm;
import io.plumbline.onprem.kinds.VsphereVm;
import io.plumbline.onprem.lower.Lowering;
import io.plumbline.onprem.rule.OnPremChecks;
import io.plumbline.onprem.rule.OnPremScope;
import io.plumbline.rule.Check;
import io.plumbline.rule.Problems;
import io.plumbline.rule.Rule;
import io.plumbline.spi.Provider;
import java.util.List;
import java.util.Set;

/** A data centre of one's own: kinds, rules and lowering. Calls nothing. */
public final class OnPremProvider implements Provider {
  private static final Set<ResourceKind> MACHINES =
      Set.of(Host.KIND, HyperVVm.KIND, ProxmoxVm.KIND, VsphereVm.KIND);

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

  /** Machines cost something, and no list says what; what stands on them costs nothing more. */
  @Override
  public Cost price(ResourceGraph graph) {
    List<Cost.Unpriced> machines =
        graph.resources().stream()
            .filter(each -> MACHINES.contains(each.kind()))
            .map(
                each ->
                    new Cost.Unpriced(
                        each.address(),
                        each.kind().id(),
                        "of one's own: no list says what it costs"))
            .toList();
    return new Cost(List.of(), machines);
  }
}
