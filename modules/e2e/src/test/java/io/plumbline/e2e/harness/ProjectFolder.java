package io.plumbline.e2e.harness;

import io.plumbline.files.Folders;
import io.plumbline.testkit.live.SandboxProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A user's project whose environment {@code sandbox} is a sandbox of the test's: below {@code
 * target/projects}, with the templates and the sources of this repository, and with what was
 * deployed from it.
 */
public final class ProjectFolder {
  private final Path home;
  private final Map<String, String> stacks = new LinkedHashMap<>();
  private URI endpoint;
  private final Map<String, String> sites = new LinkedHashMap<>();
  private String more = "";

  private ProjectFolder(Path home, URI endpoint) {
    this.home = home;
    this.endpoint = endpoint;
    sites.put("main", site("us-east-1", "auto"));
  }

  /**
   * A fresh one, in a folder of the test class, beside which others run.
   *
   * @param name of the folder; one of this name that the class had before goes
   */
  public static ProjectFolder make(String name, SandboxServer sandbox) {
    try {
      Path home = furnished(sandbox.owner() + "/" + name);
      Files.writeString(
          home.resolve(".plumbline/sandbox.json"),
          "{\"url\": \"%s\", \"pid\": %d}\n".formatted(sandbox.url(), sandbox.pid()));
      return new ProjectFolder(home, sandbox.url());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A fresh one for commands that reach no account. */
  public static ProjectFolder offline(String name) {
    try {
      SandboxProcess.setUp(SandboxServer.repository());
      return new ProjectFolder(furnished(name), URI.create("http://127.0.0.1:1"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path furnished(String name) throws IOException {
    Path home = Path.of("target/projects", name).toAbsolutePath().normalize();
    Path repository = SandboxServer.repository();
    Folders.delete(home);
    Files.createDirectories(home.resolve("environments"));
    Files.createDirectories(home.resolve(".plumbline"));
    Files.createSymbolicLink(home.resolve("templates"), repository.resolve("templates"));
    Files.createSymbolicLink(home.resolve("stacks"), repository.resolve("stacks"));
    Files.createSymbolicLink(home.resolve("src"), repository.resolve("modules/e2e/src"));
    for (String ready : List.of("venv", "terraform.rc")) {
      Path link = home.resolve(".plumbline").resolve(ready);
      Files.createSymbolicLink(link, repository.resolve(".plumbline").resolve(ready));
    }
    return home;
  }

  /** Adds an environment of this repository, as it is. */
  public ProjectFolder copyEnvironment(String name) {
    String file = "environments/" + name + ".yaml";
    try {
      Files.copy(SandboxServer.repository().resolve(file), home.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  /** The engine that provisions; {@code auto} until it is said. */
  public ProjectFolder engine(String id) {
    sites.put("main", site("us-east-1", id));
    return write();
  }

  /** Adds a site; the first takes the place of {@code main}. */
  public ProjectFolder site(String name, String region, String engine) {
    sites.remove("main");
    sites.put(name, site(region, engine));
    return write();
  }

  private static String site(String region, String engine) {
    return "region: " + region + "\nengine: " + engine + "\n";
  }

  /** Where AWS is thought to answer: a proxy before the sandbox, say. */
  public ProjectFolder endpoint(URI url) {
    this.endpoint = url;
    return write();
  }

  /** Gives a stack its parameters, in YAML, unindented. */
  public ProjectFolder stack(String name, String parameters) {
    stacks.put(name, parameters);
    return write();
  }

  /** Leaves a stack out from now on. */
  public ProjectFolder without(String stack) {
    stacks.remove(stack);
    return write();
  }

  /** Further sections of the environment file, in YAML: {@code ignore:}, {@code tolerances:}. */
  public ProjectFolder sections(String yaml) {
    this.more = yaml;
    return write();
  }

  private ProjectFolder write() {
    String described =
        stacks.entrySet().stream()
            .map(each -> each.getKey() + ":\n" + each.getValue().strip().indent(2))
            .collect(Collectors.joining());
    String reached =
        """
        provider: aws
        account: "123456789012"
        endpoint: %s
        credentials: fake
        """
            .formatted(endpoint);
    String sited =
        sites.entrySet().stream()
            .map(each -> each.getKey() + ":\n" + (each.getValue() + reached).indent(2))
            .collect(Collectors.joining());
    String text = "sites:\n" + sited.indent(2) + "stacks:\n" + described.indent(2) + more;
    try {
      Files.writeString(home.resolve("environments/sandbox.yaml"), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  public Path home() {
    return home;
  }

  /** Where the engine of a stack works, and its release is kept. */
  public Path work(String stack) {
    return home.resolve(".plumbline/sandbox").resolve(stack).resolve("main");
  }
}
