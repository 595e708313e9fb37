package io.plumbline.e2e.harness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A local repository of Maven with what {@code mvn install} of this build would put there: each
 * module's jar and pom. Everything else comes from the machine's own local repository, as from a
 * server; so nothing leaves the machine.
 */
public final class InstalledArtefacts {
  private static final Pattern JAR = Pattern.compile("(plumbline-[a-z-]+)-([0-9].*)\\.jar");

  private final Path repository;

  private InstalledArtefacts(Path repository) {
    this.repository = repository;
  }

  public static InstalledArtefacts in(Path repository) throws IOException {
    InstalledArtefacts made = new InstalledArtefacts(repository);
    Path root = SandboxServer.repository();
    String version = "";
    try (Stream<Path> files = Files.walk(root.resolve("modules"), 4)) {
      List<Path> jars =
          files.filter(file -> JAR.matcher(file.getFileName().toString()).matches()).toList();
      for (Path jar : jars) {
        Matcher name = JAR.matcher(jar.getFileName().toString());
        if (jar.getParent().endsWith("target") && name.matches()) {
          version = name.group(2);
          made.install(name.group(1), version, jar.resolveSibling("../pom.xml"), jar);
        }
      }
    }
    made.install("plumbline-parent", version, root.resolve("pom.xml"), null);
    return made;
  }

  private void install(String artefact, String version, Path pom, Path jar) throws IOException {
    Path folder =
        Files.createDirectories(
            repository.resolve("io/plumbline").resolve(artefact).resolve(version));
    Files.copy(pom, folder.resolve(artefact + "-" + version + ".pom"));
    if (jar != null) {
      Files.copy(jar, folder.resolve(jar.getFileName().toString()));
    }
  }

  /** Lets Maven use it in a project, and nothing beside this machine. */
  public void useIn(Path project) throws IOException {
    Path machine = Path.of(System.getProperty("user.home"), ".m2/repository");
    Path settings = repository.resolveSibling("settings.xml");
    Files.writeString(
        settings,
        """
        <settings>
          <localRepository>%s</localRepository>
          <mirrors>
            <mirror><id>machine</id><mirrorOf>*</mirrorOf><url>%s</url></mirror>
          </mirrors>
        </settings>
        """
            .formatted(repository, machine.toUri()));
    Files.createDirectories(project.resolve(".mvn"));
    Files.writeString(project.resolve(".mvn/maven.config"), "-s\n" + settings + "\n");
  }
}
