package io.plumbline.ansible;

import io.plumbline.spi.Format.Artefact;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The roles, which are the same for everybody: what differs stands in variables. */
final class Roles {
  private static final List<String> FILES =
      List.of(
          "base/tasks/accounts.yml",
          "base/tasks/files.yml",
          "base/tasks/main.yml",
          "base/tasks/packages.yml",
          "base/tasks/read.yml",
          "base/templates/parts.j2",
          "base/vars/main.yml",
          "container_images/tasks/main.yml",
          "facts/tasks/main.yml",
          "munge/tasks/main.yml",
          "munge/vars/main.yml",
          "nvidia/defaults/main.yml",
          "nvidia/tasks/main.yml",
          "nvidia/tasks/settings.yml",
          "python_environments/tasks/main.yml",
          "python_environments/vars/main.yml",
          "reboot/tasks/main.yml",
          "reboot/vars/main.yml",
          "release/tasks/main.yml",
          "services/tasks/main.yml",
          "slurm_controller/tasks/main.yml",
          "slurm_drain/tasks/main.yml",
          "slurm_drain/vars/main.yml",
          "slurm_login/tasks/main.yml",
          "slurm_node/tasks/main.yml",
          "slurm_qos/tasks/main.yml",
          "slurm_qos/vars/main.yml",
          "slurm_resume/tasks/main.yml",
          "storage/tasks/main.yml");

  private Roles() {}

  static Map<String, Artefact> all() {
    Map<String, Artefact> files = new LinkedHashMap<>();
    FILES.forEach(name -> files.put("roles/" + name, out -> out.append(text(name))));
    return files;
  }

  private static String text(String name) {
    try (InputStream file = Roles.class.getResourceAsStream("roles/" + name)) {
      return new String(Objects.requireNonNull(file, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
