package io.plumbline.e2e.onprem;

import io.plumbline.diagnostic.Diagnostic;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.kind.Dialect;
import io.plumbline.kind.ResourceKind;
import io.plumbline.model.Design;
import io.plumbline.model.Target;
import io.plumbline.onprem.OnPremProvider;
import io.plumbline.onprem.kinds.Host;
import io.plumbline.onprem.kinds.ManagedFile;
import io.plumbline.rule.Rule;
import io.plumbline.spi.Provider;
import java.util.List;

/** Machines, and nothing that runs across them: each machine is asked once, for what it is. */
final class HostsAlone implements Provider {
  private final OnPremProvider all = new OnPremProvider();

  @Override
  public String id() {
    return all.id();
  }

  @Override
  public Dialect api() {
    return all.api();
  }

  @Override
  public List<ResourceKind> kinds() {
    return List.of(Host.KIND, ManagedFile.KIND);
  }

  @Override
  public List<Rule> rules() {
    return all.rules();
  }

  @Override
  public List<Diagnostic> validate(Design design, Target target) {
    return all.validate(design, target);
  }

  @Override
  public ResourceGraph lower(Design design, Target target) {
    return all.lower(design, target);
  }
}
