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
          "accounts/tasks/main.yml",
          "base/filter_plugins/differences.py",
          "base/library/plumbline_files.py",
          "base/tasks/all.yml",
          "base/tasks/files.yml",
          "base/tasks/main.yml",
          "base/tasks/packages.yml",
          "base/tasks/part.yml",
          "base/tasks/read.yml",
          "base/tasks/services.yml",
          "base/vars/main.yml",
          "container_toolkit/tasks/main.yml",
          "docker/tasks/main.yml",
          "exporters/tasks/main.yml",
          "facts/tasks/main.yml",
          "frameworks/tasks/environments.yml",
          "frameworks/tasks/images.yml",
          "frameworks/tasks/main.yml",
          "frameworks/vars/main.yml",
          "gpu_idle/tasks/ask.yml",
          "gpu_idle/tasks/main.yml",
          "gpu_idle/vars/main.yml",
          "hyperv_read/files/read.ps1",
          "hyperv_read/files/write.ps1",
          "hyperv_read/filter_plugins/hyperv.py",
          "hyperv_read/tasks/main.yml",
          "hyperv_read/tasks/read.yml",
          "hyperv_vms/files/remove.ps1",
          "hyperv_vms/tasks/main.yml",
          "look/tasks/main.yml",
          "munge/tasks/key.yml",
          "munge/tasks/main.yml",
          "munge/tasks/rotate.yml",
          "munge/tasks/write.yml",
          "munge/vars/main.yml",
          "nvidia/defaults/main.yml",
          "nvidia/tasks/driver.yml",
          "nvidia/tasks/main.yml",
          "nvidia/tasks/settings.yml",
          "nvidia/vars/main.yml",
          "prometheus/tasks/main.yml",
          "reboot/tasks/main.yml",
          "reboot/tasks/restart.yml",
          "reboot/vars/main.yml",
          "release/tasks/main.yml",
          "services/tasks/main.yml",
          "slurm/tasks/main.yml",
          "slurm_controller/tasks/main.yml",
          "slurm_drain/tasks/main.yml",
          "slurm_drain/vars/main.yml",
          "slurm_login/tasks/main.yml",
          "slurm_node/tasks/main.yml",
          "slurm_qos/tasks/main.yml",
          "slurm_qos/vars/main.yml",
          "slurm_resume/tasks/main.yml",
          "storage/tasks/main.yml",
          "storage/tasks/mounts.yml",
          "storage/vars/main.yml");

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
