package io.plumbline.terraform;

import io.plumbline.graph.ResourceGraph;
import io.plumbline.kind.Dialect;
import io.plumbline.model.Site;
import io.plumbline.model.Target;
import io.plumbline.spi.Format;
import io.plumbline.spi.Provider;
import io.plumbline.value.JsonWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Writes a graph as one configuration in Terraform's JSON syntax, which OpenTofu reads as well. */
public final class TerraformFormat implements Format {
  static final String ID = "terraform";
  private static final String ON_PREMISES = "onprem";
  private static final Set<String> ENGINES = Set.of("terraform", "opentofu");
  static final String FILE = "main.tf.json";

  @Override
  public String id() {
    return ID;
  }

  @Override
  public Dialect dialect() {
    return Dialect.TERRAFORM;
  }

  /** Of all that are here, those with a kind that Terraform has. */
  @Override
  public Set<String> providers() {
    return ServiceLoader.load(Provider.class, TerraformFormat.class.getClassLoader()).stream()
        .map(ServiceLoader.Provider::get)
        .filter(
            provider ->
                provider.kinds().stream().anyMatch(kind -> !kind.documents(dialect()).isEmpty()))
        .map(Provider::id)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /**
   * Machines that run in a data centre are Ansible's; those that are yet to be made, Terraform's.
   */
  @Override
  public boolean serves(Site site) {
    return switch (site.provider()) {
      case "aws" -> true;
      case ON_PREMISES -> ENGINES.contains(site.engine());
      default -> OwnWords.of(site).areThere();
    };
  }

  @Override
  public Map<String, Artefact> render(ResourceGraph graph, Target target) {
    Map<String, Artefact> files = new LinkedHashMap<>(Archives.of(graph));
    files.putAll(ProviderSettings.files(target.site()));
    files.put(
        FILE,
        out -> {
          JsonWriter.writePretty(new Configuration(graph, target).root(), out);
          out.append('\n');
        });
    return files;
  }
}
