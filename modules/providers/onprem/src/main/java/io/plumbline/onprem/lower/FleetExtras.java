package io.plumbline.onprem.lower;

import io.plumbline.model.BareMetalFleet;
import io.plumbline.model.HostSoftware;
import io.plumbline.model.HostTool;
import io.plumbline.model.HostTool.ContainerImage;
import io.plumbline.model.HostTool.PythonEnvironment;
import io.plumbline.model.HostVolume;
import io.plumbline.model.PythonRequirements;
import io.plumbline.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What only some machines have: environments for frameworks, images, a part in a Slurm cluster,
 * disks that were laid out. Where there is none of it, a machine's document does not speak of it.
 *
 * @param attributes of every machine of the fleet
 * @param watched what the script on it is asked for, a member for each section: always all of them
 */
record FleetExtras(Map<String, Value> attributes, Map<String, Value> watched) {
  private static final String MUNGE_KEY = "/etc/munge/munge.key";

  static FleetExtras of(BareMetalFleet fleet, HostSoftware software, List<SlurmParts> clusters) {
    Map<String, Value> attributes = new LinkedHashMap<>();
    clusters.forEach(cluster -> attributes.putAll(cluster.part(fleet)));
    if (fleet.reboots()) {
      attributes.put("reboots", Value.flag(true));
    }
    Map<String, Value> watched = new LinkedHashMap<>();
    watched.put("pythonPackages", Value.texts(python(software, attributes)));
    watched.put("images", Value.texts(images(software, attributes)));
    watched.put("qos", Value.texts(names(attributes, "qos")));
    if (attributes.containsKey("mungeKey")) {
      attributes.put("secretFiles", FleetParts.texts(Map.of(MUNGE_KEY, "munge:munge 0400")));
    }
    watched.put("secretFiles", Value.texts(names(attributes, "secretFiles")));
    List<HostVolume> volumes = fleet.install() == null ? List.of() : fleet.install().volumes();
    if (!volumes.isEmpty()) {
      attributes.put(
          "volumes", FleetParts.sequence(volumes.stream().map(FleetExtras::volume).toList()));
    }
    watched.put("volumes", Value.texts(volumes.stream().map(HostVolume::path).toList()));
    return new FleetExtras(attributes, watched);
  }

  /** Secrets that a service reads when it starts. */
  List<String> secretsReadBy(String unit) {
    return unit.equals("munge") ? names(attributes, "secretFiles") : List.of();
  }

  private static List<String> names(Map<String, Value> attributes, String attribute) {
    return attributes.get(attribute) instanceof Value.Obj said
        ? List.copyOf(said.members().keySet())
        : List.of();
  }

  /**
   * Packages of all environments, each by the folder and its name: what else is there, nobody
   * minds.
   */
  private static List<String> python(HostSoftware software, Map<String, Value> attributes) {
    List<Value> environments = new ArrayList<>();
    Map<String, String> packages = new LinkedHashMap<>();
    for (HostTool tool : software.tools()) {
      if (tool instanceof PythonEnvironment python) {
        environments.add(
            Value.object(
                "path", Value.text(python.path()),
                "python", Value.text(python.version()),
                "requirements", Value.text(ToolParts.requirements(python))));
        PythonRequirements.read(python.requirements())
            .versions()
            .forEach((name, version) -> packages.put(python.path() + "/" + name, version));
      }
    }
    if (!environments.isEmpty()) {
      attributes.put("environments", FleetParts.sequence(environments));
      attributes.put("pythonPackages", FleetParts.texts(packages));
    }
    return List.copyOf(packages.keySet());
  }

  private static List<String> images(HostSoftware software, Map<String, Value> attributes) {
    List<String> images =
        software.tools().stream()
            .filter(ContainerImage.class::isInstance)
            .map(ContainerImage.class::cast)
            .map(image -> image.repository() + "@" + image.version())
            .toList();
    if (!images.isEmpty()) {
      attributes.put("images", Value.texts(images));
    }
    return images;
  }

  private static Value volume(HostVolume volume) {
    return Value.object(
        "path", Value.text(volume.path()),
        "type", Value.text(volume.fileSystem()),
        "raid", Value.text(volume.raid().word()),
        "disks", Value.whole(volume.disks().size()));
  }
}
