package io.plumbline.azure;

import io.plumbline.azure.catalogue.Catalogue;
import io.plumbline.azure.kinds.Arm;
import io.plumbline.azure.kinds.AzureKinds;
import io.plumbline.azure.lower.Lowering;
import io.plumbline.azure.price.AzurePrices;
import io.plumbline.azure.rule.AzureChecks;
import io.plumbline.azure.rule.AzureScope;
import io.plumbline.cost.Cost;
import io.plumbline.diagnostic.Diagnostic;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.kind.Dialect;
import io.plumbline.kind.ResourceKind;
import io.plumbline.model.Design;
import io.plumbline.model.Site;
import io.plumbline.model.Target;
import io.plumbline.rule.Check;
import io.plumbline.rule.Problems;
import io.plumbline.rule.Rule;
import io.plumbline.spi.Provider;
import io.plumbline.value.Value;
import java.util.List;

/** Microsoft Azure: kinds, rules and lowering. Calls nothing. */
public final class AzureProvider implements Provider {
  @Override
  public String id() {
    return "azure";
  }

  @Override
  public Dialect api() {
    return Arm.API;
  }

  @Override
  public List<ResourceKind> kinds() {
    return AzureKinds.ALL;
  }

  @Override
  public List<Rule> rules() {
    return AzureChecks.ALL.stream().map(Check::rule).toList();
  }

  @Override
  public List<Diagnostic> validate(Design design, Target target) {
    Problems problems = new Problems();
    AzureChecks.run(new AzureScope(design, target, Catalogue.builtIn()), problems);
    return problems.all();
  }

  @Override
  public ResourceGraph lower(Design design, Target target) {
    return new Lowering(target, Catalogue.builtIn()).lower(design);
  }

  @Override
  public Cost price(ResourceGraph graph) {
    return new AzurePrices(graph, Catalogue.builtIn()).cost();
  }

  @Override
  public Value.Obj settings(Dialect dialect, Site site) {
    return dialect == Dialect.TERRAFORM ? AzureRm.settings(site) : Value.Obj.EMPTY;
  }
}
