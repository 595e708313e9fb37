package io.plumbline.aws;

import io.plumbline.aws.capacity.AwsCapacity;
import io.plumbline.aws.catalogue.Catalogue;
import io.plumbline.aws.kinds.AwsKinds;
import io.plumbline.aws.lower.Lowering;
import io.plumbline.aws.price.AwsPrices;
import io.plumbline.aws.rule.AwsChecks;
import io.plumbline.aws.rule.AwsScope;
import io.plumbline.cost.Cost;
import io.plumbline.diagnostic.Diagnostic;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.kind.Dialect;
import io.plumbline.kind.ResourceKind;
import io.plumbline.model.Design;
import io.plumbline.model.Target;
import io.plumbline.rule.Check;
import io.plumbline.rule.Problems;
import io.plumbline.rule.Rule;
import io.plumbline.spi.Arrivals;
import io.plumbline.spi.LiveSource;
import io.plumbline.spi.Preflight;
import io.plumbline.spi.Provider;
import java.time.InstantSource;
import java.util.List;

/** Amazon Web Services: kinds, rules and lowering. Calls nothing. */
public final class AwsProvider implements Provider {
  private final InstantSource clock;

  public AwsProvider() {
    this(InstantSource.system());
  }

  /** With a clock of one's own, which decides what is over: versions and capacity blocks. */
  public AwsProvider(InstantSource clock) {
    this.clock = clock;
  }

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
  public List<Rule> rules() {
    return AwsChecks.ALL.stream().map(Check::rule).toList();
  }

  @Override
  public List<Diagnostic> validate(Design design, Target target) {
    Problems problems = new Problems();
    AwsChecks.run(new AwsScope(design, target, Catalogue.builtIn(), clock.instant()), problems);
    return problems.all();
  }

  @Override
  public ResourceGraph lower(Design design, Target target) {
    return new Lowering(target, Catalogue.builtIn()).lower(design);
  }

  @Override
  public List<Preflight> preflight(ResourceGraph wanted, Target target, LiveSource source) {
    return AwsCapacity.preflight(wanted, target, Catalogue.builtIn(), source);
  }

  @Override
  public Arrivals arrivals(ResourceGraph deployed, LiveSource source) {
    return AwsCapacity.arrivals(deployed, source);
  }

  @Override
  public Cost price(ResourceGraph graph) {
    return new AwsPrices(graph, Catalogue.builtIn()).cost();
  }
}
