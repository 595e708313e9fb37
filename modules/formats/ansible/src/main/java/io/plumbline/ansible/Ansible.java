package io.plumbline.ansible;

import io.plumbline.process.Child;
import io.plumbline.process.Program;
import io.plumbline.spi.Engine.Workspace;
import io.plumbline.spi.EngineException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The program, made ready to run in one folder; it writes nowhere else on this machine. */
final class Ansible {
  static final String PROGRAM = "ansible-playbook";
  static final String GET =
      "your system's packages (Debian, Ubuntu: apt-get install ansible), or"
          + " https://docs.ansible.com/ansible/latest/installation_guide";

  /** An interrupt has it end its workers; by the other signal they would go on alone. */
  private static final Child.Ending ENDING = new Child.Ending("INT", null, Duration.ofSeconds(5));

  private final Program program;
  private final Path folder;

  private Ansible(Program program, Path folder) {
    this.program = program;
    this.folder = folder;
  }

  static @Nullable Program find() {
    return Program.find(List.of(PROGRAM), System.getenv("PATH"));
  }

  /**
   * Ready to run in the workspace.
   *
   * @throws EngineException if the program is not here
   */
  static Ansible in(Workspace workspace) {
    Program program = find();
    if (program == null) {
      throw new EngineException(PROGRAM + " not found on the PATH; get it from " + GET);
    }
    Path folder = workspace.directory().resolve(AnsibleFormat.ID).toAbsolutePath().normalize();
    return new Ansible(program, folder);
  }

  /** {@code core 2.14.18}; empty where it does not say. */
  static String version(Program program) {
    List<String> lines = new ArrayList<>();
    Map<String, String> environment = new TreeMap<>(System.getenv());
    Child.run(
        List.of(program.file().toString(), "--version"),
        Path.of("."),
        environment,
        ENDING,
        lines::add);
    return lines.isEmpty() ? "" : lines.get(0).replaceAll(".*\\[(.*)].*", "$1");
  }

  /** Runs the playbook; each line that it says is passed on as it comes. */
  Child.Exit play(Events events, List<String> arguments) {
    List<String> command = new ArrayList<>(List.of(program.file().toString()));
    command.addAll(arguments);
    command.add(AnsibleFormat.PLAYBOOK);
    Path sockets = sockets();
    try {
      return Child.run(
          command, folder, environment(System.getenv(), sockets), ENDING, events::accept);
    } finally {
      delete(sockets);
    }
  }

  /** A short path of its own: that of a socket has no more than a hundred letters. */
  private static Path sockets() {
    try {
      return Files.createTempDirectory("plumbline-ssh");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Connections that still stand end by themselves. */
  private static void delete(Path sockets) {
    try (Stream<Path> files = Files.walk(sockets)) {
      for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(each);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The user's own, less what would make the program behave otherwise than the artefacts say. */
  Map<String, String> environment(Map<String, String> user, Path sockets) {
    Map<String, String> variables = new TreeMap<>(user);
    variables.keySet().removeIf(name -> name.startsWith("ANSIBLE_"));
    String collections = user.get("ANSIBLE_COLLECTIONS_PATH");
    variables.put(
        "ANSIBLE_COLLECTIONS_PATH",
        collections == null
            ? System.getProperty("user.home")
                + "/.ansible/collections:/usr/share/ansible/collections"
            : collections);
    variables.put("ANSIBLE_CONFIG", folder.resolve("ansible.cfg").toString());
    variables.put("ANSIBLE_HOME", folder.resolve(".ansible").toString());
    variables.put("ANSIBLE_LOCAL_TEMP", folder.resolve(".ansible/tmp").toString());
    variables.put("ANSIBLE_SSH_CONTROL_PATH_DIR", sockets.toString());
    variables.put("ANSIBLE_STDOUT_CALLBACK", "ansible.posix.jsonl");
    variables.put("ANSIBLE_NOCOLOR", "1");
    variables.put("ANSIBLE_LOCALHOST_WARNING", "False");
    variables.put("LC_ALL", "C.UTF-8"); // it refuses any other
    variables.put("PYTHONUNBUFFERED", "1");
    variables.put(
        "PYTHONDONTWRITEBYTECODE", "1"); // beside a role's filters, which are planned with
    return variables;
  }
}
