package io.plumbline.arm;

import io.plumbline.azure.standin.AzureStandIn;
import io.plumbline.diagnostic.SourceLine;
import io.plumbline.graph.IdentityTags;
import io.plumbline.graph.Resource;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.kind.ResourceKind;
import io.plumbline.model.Site;
import io.plumbline.model.Target;
import io.plumbline.spi.Engine.Plan;
import io.plumbline.spi.Engine.Workspace;
import io.plumbline.spi.Format.Artefact;
import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The engine at work on a stand-in of its own. */
final class ArmBench implements AutoCloseable {
  static final String SUBSCRIPTION = "/subscriptions/" + AzureStandIn.SUBSCRIPTION;

  final AzureStandIn azure;
  final ArmEngine engine = new ArmEngine();
  final List<String> said = new ArrayList<>();
  private final Path folder;
  private final Map<String, String> settings = new TreeMap<>();
  private Bounds bounds = Bounds.STANDARD;
  private Map<String, String> inputs = Map.of();

  ArmBench(Path folder) throws IOException {
    this.folder = folder;
    this.azure = AzureStandIn.start();
    settings.put("subscription", AzureStandIn.SUBSCRIPTION);
    settings.put("location", "westeurope");
    settings.put("endpoint", azure.url());
    settings.put("credentials", "fake");
  }

  ArmBench with(String setting, String value) {
    settings.put(setting, value);
    return this;
  }

  void without(String setting) {
    settings.remove(setting);
  }

  ArmBench with(Bounds other) {
    bounds = other;
    return this;
  }

  ArmBench with(Map<String, String> known) {
    inputs = known;
    return this;
  }

  /** A group of somebody's. */
  String group(String name) {
    String id = SUBSCRIPTION + "/resourceGroups/" + name;
    azure.add(id, "2024-03-01", Value.object("location", Value.text("westeurope")));
    return id;
  }

  /** Of stack {@code fleet}, in its group {@code group} where it has none. */
  static Resource resource(String address, ResourceKind kind, Object... attributes) {
    Map<String, Value> all = new LinkedHashMap<>();
    if (kind.attribute("resourceGroup") != null) {
      all.put("resourceGroup", Value.ref("group", "name"));
    }
    for (int i = 0; i < attributes.length; i += 2) {
      Object value = attributes[i + 1];
      all.put(
          attributes[i].toString(), value instanceof Value known ? known : Value.text("" + value));
    }
    if (kind.tags() != null) {
      Map<String, Value> tags = new LinkedHashMap<>(IdentityTags.of("test", "fleet", address));
      all.put("tags", new Obj(tags));
      all.put("location", Value.text("westeurope"));
    }
    return Resource.of(address, kind, new Obj(all), new SourceLine("Fleet.java", 7));
  }

  static ResourceGraph graph(Resource... resources) {
    return new ResourceGraph(List.of(resources));
  }

  Target target() {
    return new Target("test", "fleet", new Site("main", "azure", "arm", settings, null));
  }

  Workspace workspace(ResourceGraph graph, ResourceGraph released) {
    new ArmFormat(bounds).render(graph, target()).forEach(this::write);
    return new Workspace(target(), folder, graph, released, inputs);
  }

  private void write(String name, Artefact artefact) {
    try {
      Path file = folder.resolve("arm").resolve(name);
      Files.createDirectories(file.getParent());
      StringBuilder text = new StringBuilder();
      artefact.writeTo(text);
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  Plan plan(Workspace workspace) {
    return engine.plan(workspace, said::add);
  }

  Plan plan(ResourceGraph graph, ResourceGraph released) {
    return plan(workspace(graph, released));
  }

  Map<String, String> apply(ResourceGraph graph, ResourceGraph released) {
    Workspace workspace = workspace(graph, released);
    return engine.apply(workspace, plan(workspace), said::add);
  }

  static List<String> told(Plan plan) {
    return plan.changes().stream().map(each -> each.action() + " " + each.address()).toList();
  }

  /** Requests of which method and path have all this in them, since {@code from}. */
  long requests(int from, String method, String part) {
    List<String> all = azure.requests();
    return all.subList(from, all.size()).stream()
        .filter(each -> each.startsWith(method + " ") && each.contains(part))
        .count();
  }

  @Override
  public void close() {
    azure.close();
  }
}
