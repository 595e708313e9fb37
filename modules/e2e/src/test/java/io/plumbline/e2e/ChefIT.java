package io.plumbline.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.chef.ChefFormat;
import io.plumbline.graph.Resource;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.onprem.OnPremProvider;
import io.plumbline.spi.Format.Artefact;
import io.plumbline.testkit.RackFleet;
import io.plumbline.value.JsonReader;
import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import io.plumbline.value.Value.Sequence;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What Ruby makes of the cookbook and of policies. Chef itself is not to be had from the system's
 * packages: a small program knows its words, with the resources and properties that its
 * documentation has, and refuses all others.
 */
class ChefIT {
  private static final String WORDS = "src/test/resources/chef.rb";

  @TempDir Path folder;

  @Test
  void isRubyAndSaysWhatAnsibleIsToldToo() throws IOException {
    write(new OnPremProvider().lower(RackFleet.whole(), RackFleet.TARGET));
    List<String> files;
    try (var all = Files.walk(folder)) {
      files = all.map(Path::toString).filter(name -> name.endsWith(".rb")).sorted().toList();
    }
    assertThat(files).hasSize(9);
    for (String file : files) {
      assertThat(RealPrograms.ruby(folder, "-wc", file)).isEqualTo("Syntax OK\n");
    }
    Obj said = run("h100");
    assertThat(said.get("name")).isEqualTo(Value.text("test-fleet-h100"));
    List<String> resources = new ArrayList<>();
    for (Value each : ((Sequence) said.get("resources")).items()) {
      Obj resource = (Obj) each;
      resources.add(word(resource.get("type")) + " " + word(resource.get("name")));
    }
    assertThat(resources)
        .containsSubsequence(
            "cookbook_file /etc/motd",
            "apt_package [\"docker-ce\"]",
            "group research",
            "group ann",
            "group docker",
            "user ann",
            "sysctl vm.swappiness",
            "mount /data",
            "service docker",
            "file /etc/plumbline/release");
    assertThat(resource(said, "cookbook_file", "/etc/docker/daemon.json").get("mode"))
        .isEqualTo(Value.text("0600"));
    assertThat(resource(said, "apt_package", "[\"docker-ce\"]").get("version"))
        .isEqualTo(Value.texts(List.of("5:27.5.1-1~ubuntu.22.04~jammy")));
    assertThat(resource(said, "group", "research").get("gid")).isEqualTo(Value.whole(3000));
    assertThat(resource(said, "group", "docker").get("system")).isEqualTo(Value.flag(true));
    assertThat(resource(said, "mount", "/data").get("options"))
        .isEqualTo(Value.texts(List.of("ro")));
  }

  @Test
  void takesTextsAsTheyWereSaidAndRunsNoneOfThem() throws IOException {
    Path canary = folder.resolve("canary");
    List<Resource> machines = new ArrayList<>();
    HostileMachines hostile = new HostileMachines(canary);
    for (int i = 0; i < 12; i++) {
      machines.addAll(hostile.some(1, "f" + i));
    }
    write(new ResourceGraph(machines));
    for (int i = 0; i < machines.size(); i++) {
      Obj wanted = machines.get(i).attributes();
      Obj got = (Obj) run("f" + i).get("attributes");
      for (String name :
          List.of("packages", "services", "sysctls", "mounts", "groups", "accounts", "release")) {
        assertThat(got.get(name)).as(name).isEqualTo(wanted.get(name));
      }
    }
    assertThat(canary).doesNotExist();
  }

  private Obj run(String fleet) {
    String program = Path.of(WORDS).toAbsolutePath().toString();
    return (Obj)
        JsonReader.read(RealPrograms.ruby(folder, program, "policyfiles/" + fleet + ".rb"));
  }

  private static Obj resource(Obj said, String type, String name) {
    return ((Sequence) said.get("resources"))
        .items().stream()
            .map(Obj.class::cast)
            .filter(
                each -> word(each.get("type")).equals(type) && word(each.get("name")).equals(name))
            .map(each -> (Obj) Objects.requireNonNull(each.get("properties")))
            .findFirst()
            .orElseThrow();
  }

  private static String word(Value value) {
    return ((Value.Text) value).value();
  }

  private void write(ResourceGraph graph) throws IOException {
    for (Map.Entry<String, Artefact> each :
        new ChefFormat().render(graph, RackFleet.TARGET).entrySet()) {
      Path file = folder.resolve(each.getKey());
      Files.createDirectories(file.getParent());
      try (OutputStream out = Files.newOutputStream(file)) {
        each.getValue().writeTo(out);
      }
    }
  }
}
