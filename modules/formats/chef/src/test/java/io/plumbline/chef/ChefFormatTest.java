package io.plumbline.chef;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.graph.ResourceGraph;
import io.plumbline.model.Site;
import io.plumbline.onprem.OnPremProvider;
import io.plumbline.spi.Format.Artefact;
import io.plumbline.testkit.RackFleet;
import io.plumbline.testkit.golden.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ChefFormatTest {

  @Test
  void writesAFleetAsAPolicyAndTheFilesOfItsMachines() throws IOException {
    Map<String, String> files = render();
    assertThat(files.keySet().stream().filter(name -> !name.contains("/recipes/")))
        .containsExactly(
            "cookbooks/plumbline_base/files/default/h100/etc/docker/daemon.json",
            "cookbooks/plumbline_base/files/default/h100/etc/motd",
            "cookbooks/plumbline_base/files/default/h100/etc/plumbline/watched.json",
            "cookbooks/plumbline_base/files/default/h100/usr/local/libexec/plumbline-facts",
            "cookbooks/plumbline_base/metadata.rb",
            "policyfiles/h100.rb");
    Golden.check("rack", "h100.rb", String.valueOf(files.get("policyfiles/h100.rb")));
    assertThat(files.get("cookbooks/plumbline_base/files/default/h100/etc/motd"))
        .isEqualTo("{{ ansible_hostname }} is no template\n");
  }

  @Test
  void writesEveryFileOfItsCookbook() throws IOException {
    try (var files = Files.walk(Path.of("src/main/resources/io"))) {
      assertThat(
              render().keySet().stream()
                  .filter(name -> name.matches(".*base/(recipes/)?\\w+\\.rb")))
          .hasSize((int) files.filter(Files::isRegularFile).count());
    }
  }

  @Test
  void writesNothingWhereNoMachineIsSetUp() {
    assertThat(new ChefFormat().render(new ResourceGraph(List.of()), RackFleet.TARGET)).isEmpty();
    Site vms = new Site("vms", "onprem", "terraform", Map.of(), null);
    assertThat(new ChefFormat().serves(vms)).isFalse();
    assertThat(new ChefFormat().serves(RackFleet.SITE)).isTrue();
  }

  private static Map<String, String> render() throws IOException {
    ResourceGraph graph = new OnPremProvider().lower(RackFleet.whole(), RackFleet.TARGET);
    Map<String, String> files = new TreeMap<>();
    for (Map.Entry<String, Artefact> each :
        new ChefFormat().render(graph, RackFleet.TARGET).entrySet()) {
      StringBuilder text = new StringBuilder();
      each.getValue().writeTo(text);
      files.put(each.getKey(), text.toString());
    }
    return files;
  }
}
