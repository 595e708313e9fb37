package io.plumbline.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.ansible.AnsibleFormat;
import io.plumbline.dsl.Blueprint;
import io.plumbline.dsl.Surroundings;
import io.plumbline.graph.Documents;
import io.plumbline.graph.Resource;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.kind.Dialect;
import io.plumbline.model.Design;
import io.plumbline.onprem.OnPremProvider;
import io.plumbline.spi.Format.Artefact;
import io.plumbline.testkit.HostileText;
import io.plumbline.testkit.RackFleet;
import io.plumbline.testkit.RandomHyperV;
import io.plumbline.value.JsonReader;
import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Ansible's own programs make of the artefacts. */
class AnsibleArtefactsIT {
  private static final ResourceGraph RACK =
      new OnPremProvider().lower(RackFleet.whole(), RackFleet.TARGET);

  /** Fleets on hosts of Hyper-V, which are set up beside machines. */
  private static final ResourceGraph HYPER_V = hyperV();

  private static ResourceGraph hyperV() {
    var surroundings =
        new Surroundings(
            "test", List.of(RackFleet.SITE), (name, variables) -> Value.text(name), path -> path);
    Design design =
        Blueprint.describe(new RandomHyperV(), new RandomHyperV.Parameters(7, 4), surroundings);
    return new OnPremProvider().lower(design, RackFleet.TARGET);
  }

  /** Writes what the roles give to modules, as they give it. */
  private static final String ECHO =
      """
      ---
      - name: Echo
        hosts: all
        gather_facts: false
        tasks:
          - name: Give values to something that runs here
            ansible.builtin.debug:
              msg: "{{ item.value | string }}"
            loop: "{{ plumbline_sysctls }}"
            register: said
          - name: Write values
            ansible.builtin.copy:
              content: "{{ said.results | map(attribute='msg') | to_json | string }}"
              dest: "{{ playbook_dir }}/values"
              mode: "0600"
              decrypt: false
          - name: Write names
            ansible.builtin.copy:
              content: "{{ plumbline_sysctls | map(attribute='name') | join('|') | string }}"
              dest: "{{ playbook_dir }}/names"
              mode: "0600"
              decrypt: false
          - name: Write files
            ansible.builtin.copy:
              src: "{{ playbook_dir }}/files/{{ item.source }}"
              dest: "{{ playbook_dir }}/file-{{ my_index }}"
              mode: "{{ item.mode | string }}"
              decrypt: false
            loop: "{{ plumbline_managed_files }}"
            loop_control:
              index_var: my_index
      """;

  @TempDir Path folder;

  @Test
  void satisfyTheStrictestProfileOfAnsibleLint() throws IOException {
    List<Resource> all = new ArrayList<>(RACK.resources());
    all.addAll(HYPER_V.resources());
    write(new ResourceGraph(all));
    RealPrograms.ansible(
        folder, "ansible-lint", "--offline", "--profile", "production", "site.yml", "roles/");
    RealPrograms.ansible(folder, "ansible-playbook", "--syntax-check", "site.yml");
  }

  @Test
  void areAnInventoryWithTheValuesOfEachMachine() throws IOException {
    write(RACK);
    Obj said = (Obj) JsonReader.read(RealPrograms.ansible(folder, "ansible-inventory", "--list"));

    Obj machines = (Obj) ((Obj) said.get("_meta")).get("hostvars");
    assertThat(machines.members()).containsOnlyKeys("n1", "n2", "n4");
    Obj second = (Obj) machines.get("n2");
    assertThat(second.get("ansible_host")).isEqualTo(Value.text("198.18.0.2"));
    assertThat(second.get("plumbline_slot")).isEqualTo(Value.whole(9));
    assertThat(second.get("plumbline_release")).isEqualTo(Value.text("2026.11"));
  }

  /** Names of switches that are templates, commands or quotes arrive as they were said. */
  @Test
  void areAnInventoryWithTheMachinesOfEachHostOfHyperV() throws IOException {
    write(HYPER_V);
    Files.writeString(
        folder.resolve("echo.yml"),
        """
        ---
        - name: Echo
          hosts: hyperv_hosts
          gather_facts: false
          connection: local
          tasks:
            - name: Write them
              ansible.builtin.copy:
                content: "{{ plumbline_vms | to_json }}"
                dest: "{{ playbook_dir }}/said-{{ inventory_hostname }}"
                mode: "0600"
                decrypt: false
              vars:
                ansible_connection: local
                ansible_shell_type: sh
        """);
    RealPrograms.ansible(folder, "ansible-playbook", "echo.yml");
    List<Value> said = new ArrayList<>();
    for (String host : List.of("198.18.7.1", "198.18.7.2", "198.18.7.3")) {
      Path file = folder.resolve("said-" + host);
      if (Files.exists(file)) {
        said.addAll(((Value.Sequence) JsonReader.read(Files.readString(file))).items());
      }
    }
    assertThat(said)
        .containsExactlyInAnyOrderElementsOf(
            HYPER_V.resources().stream()
                .map(each -> (Value) Documents.of(each, Dialect.ANSIBLE).values().iterator().next())
                .toList());
  }

  /** Names and values of parameters, and contents of files: whatever they are, so they arrive. */
  @Test
  void carryEveryTextByteForByte() throws IOException {
    List<String> texts = texts();
    write(hostile(texts));
    Files.writeString(folder.resolve("echo.yml"), ECHO);
    RealPrograms.ansible(
        folder,
        "ansible-playbook",
        "-e",
        "ansible_connection=local",
        "-e",
        "ansible_become=false",
        "echo.yml");

    assertThat(folder.resolve("names"))
        .hasBinaryContent(numbered(texts).getBytes(StandardCharsets.UTF_8));
    assertThat(JsonReader.read(Files.readString(folder.resolve("values"))))
        .isEqualTo(Value.texts(texts));
    for (int i = 0; i < texts.size(); i++) {
      byte[] wanted = texts.get(i).getBytes(StandardCharsets.UTF_8);
      assertThat(folder.resolve("file-" + i)).as("file %s", texts.get(i)).hasBinaryContent(wanted);
    }
  }

  /** In check mode, since no DNF is here: its module fails, which counts as a change to come. */
  @Test
  void lockPackagesUnderDnfEachInALine() throws IOException {
    write(RACK);
    Files.writeString(
        folder.resolve("packages.yml"),
        """
        ---
        - name: Packages
          hosts: localhost
          connection: local
          gather_facts: false
          vars:
            base_part: base
            base_differs: {packages: [foo, foo-bar], unheld: [foo, foo-bar]}
            plumbline_packages: [{name: foo, version: "1:2.0-1.el9"}, {name: foo-bar, version: 3-1}]
          vars_files: [roles/base/vars/main.yml]
          tasks:
            - name: Install packages
              ansible.builtin.include_tasks: roles/base/tasks/packages.yml
        """);
    String said =
        RealPrograms.ansible(
            folder,
            "ansible-playbook",
            "--check",
            "--diff",
            "-e",
            "{\"ansible_facts\": {\"pkg_mgr\": \"dnf\"}, \"ansible_become\": false}",
            "packages.yml");
    assertThat(said)
        .contains(
            "+# BEGIN Plumbline: base\n+foo-1:2.0-1.el9.*\n+foo-bar-3-1.*\n+# END Plumbline: base");
  }

  private static String numbered(List<String> texts) {
    return IntStream.range(0, texts.size())
        .mapToObj(i -> i + texts.get(i))
        .collect(Collectors.joining("|"));
  }

  private static List<String> texts() {
    Random random = new Random(7);
    String alphabet = "{}%#'\"\\\n\t $!&*-:,[]|>@`~a1é";
    Stream<String> made =
        IntStream.range(0, 20)
            .mapToObj(
                i ->
                    random
                        .ints(1 + random.nextInt(12), 0, alphabet.length())
                        .mapToObj(each -> alphabet.substring(each, each + 1))
                        .collect(Collectors.joining()));
    Stream<String> templates =
        Stream.of(
            "{{ 7 * 7 }}",
            "{% raw %}{{ x }}{% endraw %}",
            "{# gone #}",
            "{{ lookup('pipe', 'id') }}",
            "[1, 2]",
            "['a']",
            "{'a': 1}",
            "{\"a\": 1}",
            "True",
            "None",
            "$ANSIBLE_VAULT;1.1;AES256\n6162",
            "!unsafe x",
            "!vault |",
            "--- a",
            "x\n",
            "x\n\n",
            "\nx");
    return Stream.of(HostileText.SAMPLES.stream(), templates, made).flatMap(each -> each).toList();
  }

  private static ResourceGraph hostile(List<String> texts) {
    List<Resource> resources = new ArrayList<>();
    Map<String, Value> values = new LinkedHashMap<>();
    Resource file = first("managed-file");
    for (int i = 0; i < texts.size(); i++) {
      values.put(i + texts.get(i), Value.text(texts.get(i)));
      Obj said =
          Value.object(
              "fleet", Value.text("h100"),
              "path", Value.text("/etc/" + i + "/" + texts.get(i)),
              "content", Value.text(texts.get(i)),
              "mode", Value.text("0600"));
      resources.add(Resource.of("h100/file-" + i, file.kind(), said, null));
    }
    Resource host = first("host");
    Map<String, Value> attributes = new LinkedHashMap<>(host.attributes().members());
    attributes.put("sysctls", new Obj(values));
    resources.add(Resource.of(host.address(), host.kind(), new Obj(attributes), null));
    return new ResourceGraph(resources);
  }

  private static Resource first(String kind) {
    return RACK.resources().stream()
        .filter(each -> each.kind().id().equals(kind))
        .findFirst()
        .orElseThrow();
  }

  private void write(ResourceGraph graph) throws IOException {
    Map<String, Artefact> files = new AnsibleFormat().render(graph, RackFleet.TARGET);
    for (Map.Entry<String, Artefact> each : files.entrySet()) {
      Path file = folder.resolve(each.getKey());
      Files.createDirectories(file.getParent());
      try (OutputStream out = Files.newOutputStream(file)) {
        each.getValue().writeTo(out);
      }
    }
  }
}
