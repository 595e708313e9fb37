package io.plumbline.onprem.lower;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.graph.Resource;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.onprem.Hall;
import io.plumbline.value.Value;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlurmTextTest {
  private static final Path GOLDEN = Path.of("src", "test", "resources", "golden", "slurm");
  private static final ResourceGraph HALL =
      Hall.graph(site -> Hall.describe(site, Hall.inventory(4)));

  @ParameterizedTest
  @ValueSource(strings = {"slurm.conf", "gres.conf", "cgroup.conf", "topology.conf"})
  void saysWhatTheStackSays(String file) throws Exception {
    Resource written = HALL.get("trainers/file/etc/slurm/" + file);
    String content = ((Value.Text) written.attributes().get("content")).value();
    Path golden = GOLDEN.resolve(file);
    if (System.getProperty("golden.update") != null) {
      Files.createDirectories(GOLDEN);
      Files.writeString(golden, content);
    }
    assertThat(content).isEqualTo(Files.readString(golden));
  }

  @Test
  void isTheSameOnAllMachines() {
    assertThat(HALL.get("controller/file/etc/slurm/slurm.conf").attributes().get("content"))
        .isEqualTo(HALL.get("trainers/file/etc/slurm/slurm.conf").attributes().get("content"));
  }
}
