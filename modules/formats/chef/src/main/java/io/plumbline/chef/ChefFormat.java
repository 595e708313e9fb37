package io.plumbline.chef;

import io.plumbline.graph.ResourceGraph;
import io.plumbline.kind.Dialect;
import io.plumbline.model.Site;
import io.plumbline.model.Target;
import io.plumbline.spi.Format;
import io.plumbline.value.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Writes what every machine of a fleet has (packages, files, accounts, kernel parameters, mounts,
 * services) for sites where Chef sets that up: one cookbook, which is the same for everybody but
 * for the files in it, and a Policyfile for each fleet. It is said in the same words as to Ansible,
 * by one declaration. Drivers, waves and draining are the business of Ansible's roles alone.
 */
public final class ChefFormat implements Format {
  private static final String ID = "chef";

  @Override
  public String id() {
    return ID;
  }

  @Override
  public Dialect dialect() {
    return Dialect.ANSIBLE;
  }

  @Override
  public Set<String> providers() {
    return Set.of("onprem");
  }

  /** Where there are machines to set up. */
  @Override
  public boolean serves(Site site) {
    return Format.super.serves(site) && site.engine().equals("ansible");
  }

  @Override
  public Map<String, Artefact> render(ResourceGraph graph, Target target) {
    Map<String, Artefact> files = new LinkedHashMap<>();
    List<Fleet> fleets =
        Fleet.of(graph).values().stream().filter(fleet -> !fleet.machines().isEmpty()).toList();
    if (fleets.isEmpty()) {
      return files;
    }
    files.putAll(Cookbook.all());
    for (Fleet fleet : fleets) {
      files.put(
          "policyfiles/" + fleet.id() + ".rb", out -> out.append(Policyfile.of(fleet, target)));
      for (Fleet.Managed file : fleet.files()) {
        if (file.content() instanceof Value.Text content) {
          files.put(
              Cookbook.FOLDER + "files/default/" + file.source(),
              out -> out.append(content.value()));
        }
      }
    }
    return files;
  }
}
