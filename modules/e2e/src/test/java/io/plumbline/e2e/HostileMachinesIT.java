package io.plumbline.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.ansible.AnsibleFormat;
import io.plumbline.graph.Documents;
import io.plumbline.graph.Resource;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.kind.Dialect;
import io.plumbline.onprem.kinds.ManagedFile;
import io.plumbline.spi.Format.Artefact;
import io.plumbline.testkit.RackFleet;
import io.plumbline.value.JsonReader;
import io.plumbline.value.References;
import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever stands in a text of a machine, and whichever text it is, Ansible's own programs get it
 * as it was said, and run none of it.
 */
class HostileMachinesIT {
  private static final int MACHINES = 40;

  @TempDir Path folder;

  private List<Resource> machines = List.of();

  @BeforeEach
  void write() throws IOException {
    machines = new HostileMachines(canary()).some(MACHINES, "h100");
    Map<String, Artefact> files =
        new AnsibleFormat().render(new ResourceGraph(machines), RackFleet.TARGET);
    for (Map.Entry<String, Artefact> each : files.entrySet()) {
      Path file = folder.resolve(each.getKey());
      Files.createDirectories(file.getParent());
      try (OutputStream out = Files.newOutputStream(file)) {
        each.getValue().writeTo(out);
      }
    }
  }

  @Test
  void arriveInTheInventoryAsTheyWereSaid() {
    Obj said = (Obj) JsonReader.read(RealPrograms.ansible(folder, "ansible-inventory", "--list"));
    Obj all = (Obj) Objects.requireNonNull(((Obj) said.get("_meta")).get("hostvars"));
    assertThat(all.members()).hasSize(MACHINES);
    for (Resource machine : machines) {
      Obj got = (Obj) Objects.requireNonNull(all.get(name(machine)));
      document(machine)
          .forEach((variable, value) -> assertThat(plain(got.get(variable))).isEqualTo(value));
    }
    assertThat(canary()).doesNotExist();
  }

  /** The inventory writes a text that is no template, though it could be one, as an object. */
  private static Value plain(Value value) {
    return switch (value) {
      case Value.Sequence list ->
          new Value.Sequence(list.items().stream().map(HostileMachinesIT::plain).toList());
      case Obj object when object.has("__ansible_unsafe") -> object.get("__ansible_unsafe");
      case Obj object -> {
        Map<String, Value> members = new LinkedHashMap<>();
        object.members().forEach((name, member) -> members.put(name, plain(member)));
        yield new Obj(members);
      }
      default -> value;
    };
  }

  /** Roles give variables to modules by templates: what comes out there must be what went in. */
  @Test
  void arriveInModulesAsTheyWereSaid() throws IOException {
    Set<String> variables = new LinkedHashSet<>();
    machines.forEach(machine -> variables.addAll(document(machine).keySet()));
    String everything =
        variables.stream()
            .filter(variable -> variable.startsWith("plumbline_"))
            .map(variable -> "'" + variable + "': " + variable + " | default(none)")
            .collect(Collectors.joining(", ", "{{ {", "} | to_json }}"));
    Files.writeString(
        folder.resolve("echo.yml"),
        """
        ---
        - name: Echo
          hosts: all
          gather_facts: false
          tasks:
            - name: Write variables
              ansible.builtin.copy:
                content: "%s"
                dest: "{{ playbook_dir }}/said-{{ inventory_hostname }}"
                mode: "0600"
                decrypt: false
        """
            .formatted(everything));
    RealPrograms.ansible(
        folder,
        "ansible-playbook",
        "-e",
        "ansible_connection=local",
        "-e",
        "ansible_become=false",
        "echo.yml");
    for (Resource machine : machines) {
      String text = Files.readString(folder.resolve("said-" + name(machine)));
      Obj got = (Obj) JsonReader.read(text);
      document(machine)
          .forEach(
              (variable, value) -> {
                if (variable.startsWith("plumbline_")) {
                  assertThat(got.get(variable)).as(variable).isEqualTo(value);
                }
              });
    }
    assertThat(canary()).doesNotExist();
  }

  /** A file that names what another site has is put together by a filter of the role's. */
  @Test
  void arriveInFilesThatThePlaybookPutsTogether() throws IOException {
    HostileMachines hostile = new HostileMachines(canary());
    List<Value.Join> contents =
        IntStream.range(0, MACHINES)
            .mapToObj(i -> hostile.text())
            .map(text -> "<" + text + ">\n")
            .map(
                text ->
                    new Value.Join(
                        List.of(Value.text(text), Value.ref("far", "name"), Value.text(text))))
            .toList();
    List<Resource> all = new ArrayList<>(machines.subList(0, 1));
    for (Value.Join content : contents) {
      Obj file =
          Value.object(
              "fleet", machines.get(0).attributes().get("fleet"),
              "path", Value.text("/etc/composed/" + all.size()),
              "content", content,
              "mode", Value.text("0600"));
      all.add(Resource.of("file/" + all.size(), ManagedFile.KIND, file, null));
    }
    Map<String, Artefact> files =
        new AnsibleFormat().render(new ResourceGraph(all), RackFleet.TARGET);
    for (String name : files.keySet()) {
      if (name.startsWith("group_vars/") || name.startsWith("roles/base/filter_plugins/")) {
        Path file = folder.resolve("together/" + name.replace("roles/base/", ""));
        Files.createDirectories(file.getParent());
        try (OutputStream out = Files.newOutputStream(file)) {
          files.get(name).writeTo(out);
        }
      }
    }
    String variables =
        files.keySet().stream().filter(name -> name.startsWith("group_vars/")).findFirst().get();
    Files.writeString(
        folder.resolve("together/together.yml"),
        """
        ---
        - name: Put together
          hosts: localhost
          gather_facts: false
          vars_files: ["%s"]
          vars:
            plumbline_inputs: {far.name: there}
          tasks:
            - name: Write all
              ansible.builtin.copy:
                content: "{{ plumbline_managed_files | plumbline_composed(plumbline_inputs) | to_json | string }}"
                dest: "{{ playbook_dir }}/said"
                mode: "0600"
        """
            .formatted(variables));
    RealPrograms.ansible(folder.resolve("together"), "ansible-playbook", "together.yml");
    Value.Sequence together =
        (Value.Sequence) JsonReader.read(Files.readString(folder.resolve("together/said")));
    for (int i = 0; i < contents.size(); i++) {
      Value said = References.replace(contents.get(i), ref -> Value.text("there"));
      Value content = ((Obj) together.items().get(i)).get("content");
      byte[] bytes = Base64.getDecoder().decode(((Value.Text) content).value());
      assertThat(Value.text(new String(bytes, StandardCharsets.UTF_8))).isEqualTo(said);
    }
    assertThat(canary()).doesNotExist();
  }

  private Path canary() {
    return folder.resolve("canary");
  }

  private static String name(Resource machine) {
    return ((Value.Text) Objects.requireNonNull(machine.attributes().get("name"))).value();
  }

  private static Map<String, Value> document(Resource machine) {
    Map<String, Value> variables = new LinkedHashMap<>();
    Documents.of(machine, Dialect.ANSIBLE)
        .values()
        .forEach(
            document ->
                document
                    .members()
                    .forEach(
                        (name, value) ->
                            variables.put(
                                name.startsWith("ansible_") ? name : "plumbline_" + name, value)));
    return variables;
  }
}
