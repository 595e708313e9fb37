package io.plumbline.arm;

import io.plumbline.azure.client.ArmException;
import io.plumbline.azure.client.ArmRest;
import io.plumbline.azure.client.AzureClients;
import io.plumbline.spi.Engine.Progress;
import io.plumbline.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Puts nested templates where Azure finds them, and takes those away that nothing leads to. */
final class SpecStore {
  private static final String VERSIONS = "/versions";

  private final AzureClients clients;
  private final ArmRest rest;
  private final TemplateSpec spec;

  SpecStore(AzureClients clients, TemplateSpec spec) {
    this.clients = clients;
    this.rest = clients.rest();
    this.spec = spec;
  }

  private String path(String group) {
    return "/subscriptions/"
        + clients.subscription()
        + "/resourceGroups/"
        + group
        + "/providers/"
        + TemplateSpec.TYPE
        + "/"
        + spec.name();
  }

  private static String query() {
    return "?api-version=" + TemplateSpec.API;
  }

  /** Puts what is not there yet: a version of that name has that content. */
  void put(ArmTemplate template, Progress progress) {
    if (!(template.inputs().get(TemplateSpec.GROUP) instanceof Value.Text group)) {
      return;
    }
    String path = path(group.value());
    Value location = Value.text(clients.location());
    Set<String> there = Set.copyOf(versions(path));
    if (there.isEmpty()) {
      String description = "Parts of what Plumbline deploys; it takes old ones away by itself";
      rest.put(
          path + query(),
          Value.object(
              "location",
              location,
              "properties",
              Value.object("description", Value.text(description))));
    }
    for (Map.Entry<String, Value.Obj> each : template.linked().entrySet()) {
      if (!there.contains(each.getKey())) {
        progress.say("arm: keeping part " + each.getKey() + " in group " + group.value());
        rest.put(
            path + VERSIONS + "/" + each.getKey() + query(),
            Value.object(
                "location", location, "properties", Value.object("mainTemplate", each.getValue())));
      }
    }
  }

  /**
   * Takes away what is not among these; the spec, where nothing is.
   *
   * @param group the group that the last deploy kept them in
   */
  void keepOnly(Set<String> versions, String group) {
    String path = path(group);
    if (versions.isEmpty()) {
      rest.delete(path + query());
      return;
    }
    for (String each : versions(path)) {
      if (!versions.contains(each)) {
        rest.delete(path + VERSIONS + "/" + each + query());
      }
    }
  }

  private List<String> versions(String path) {
    List<String> versions = new ArrayList<>();
    try {
      rest.list(
          path + VERSIONS + query(), each -> versions.add(((Value.Text) each.get("name")).value()));
    } catch (ArmException e) {
      if (!e.isNotFound()) {
        throw e;
      }
    }
    return versions;
  }
}
