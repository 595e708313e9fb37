package io.plumbline.ansible;

import io.plumbline.graph.ResourceGraph;
import io.plumbline.kind.Dialect;
import io.plumbline.model.Site;
import io.plumbline.model.Target;
import io.plumbline.spi.Format;
import io.plumbline.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Writes machines as an inventory with variables, and the roles that act on them: a folder that
 * {@code ansible-playbook site.yml} runs in.
 */
public final class AnsibleFormat implements Format {
  static final String ID = "ansible";
  static final String PLAYBOOK = "site.yml";

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

  /** Where another engine makes the machines, there is nothing to set up. */
  @Override
  public boolean serves(Site site) {
    return Format.super.serves(site) && site.engine().equals(ID);
  }

  @Override
  public Map<String, Artefact> render(ResourceGraph graph, Target target) {
    Map<String, Fleet> fleets = Fleet.of(graph);
    List<HyperVHost> hyperV = HyperVHost.of(graph);
    Map<String, Artefact> files = new LinkedHashMap<>();
    files.put("ansible.cfg", out -> out.append(Settings.of(target)));
    files.put("inventory.yaml", Yaml.of(Inventories.of(fleets.values(), hyperV), target));
    for (Fleet fleet : fleets.values()) {
      files.put("group_vars/" + fleet.group() + ".yaml", Yaml.of(fleet.alike(), target));
      fleet
          .own()
          .forEach((name, own) -> files.put("host_vars/" + name + ".yaml", Yaml.of(own, target)));
      for (ManagedFile file : fleet.files()) {
        if (file.source() != null && file.content() instanceof Value.Text text) {
          files.put("files/" + file.source(), out -> out.append(text.value()));
        }
      }
    }
    for (HyperVHost host : hyperV) {
      files.put(
          "group_vars/" + HyperVHost.GROUP + ".yaml",
          Yaml.of(HyperVHost.reached(target.site()), target));
      files.put("host_vars/" + host.name() + ".yaml", Yaml.of(host.variables(), target));
    }
    files.put(PLAYBOOK, Yaml.withTemplates(Playbook.of(fleets.values(), hyperV), target));
    files.put("requirements.yml", Yaml.of(requirements(!hyperV.isEmpty()), target));
    files.putAll(SiteFile.all(graph));
    files.putAll(Roles.all());
    return files;
  }

  /** Every release within these ranges has the modules that the roles use, as they use them. */
  private static Value requirements(boolean windows) {
    List<Value> collections =
        new ArrayList<>(List.of(collection("ansible.posix", ">=1.5.1,<3.0.0")));
    if (windows) {
      collections.add(collection("ansible.windows", ">=1.12.0,<3.0.0"));
    }
    return Value.object("collections", Value.list(collections));
  }

  private static Value collection(String name, String version) {
    return Value.object("name", Value.text(name), "version", Value.text(version));
  }
}
