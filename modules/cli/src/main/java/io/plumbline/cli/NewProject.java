package io.plumbline.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

/**
 * A project of a user's own: whole text files from this module's resources, in which {@code @name@}
 * stands for a value.
 */
final class NewProject {
  private static final String RESOURCES = "/io/plumbline/cli/init/";
  private static final String SERVICE =
      "src/main/resources/META-INF/services/io.plumbline.dsl.Stack";

  private final Path folder;
  private final String javaPackage;

  NewProject(Path folder, String javaPackage) {
    this.folder = folder.toAbsolutePath().normalize();
    this.javaPackage = javaPackage;
  }

  /** Whether nothing would be overwritten, nor mixed with what is there. */
  boolean isFree() {
    if (!Files.exists(folder)) {
      return true;
    }
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try (DirectoryStream<Path> content = Files.newDirectoryStream(folder)) {
      return !content.iterator().hasNext();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot look into " + folder, e);
    }
  }

  /**
   * Writes it.
   *
   * @return the files, in the order in which they were written
   */
  List<Path> write() {
    Map<String, String> values = values();
    String packageFolder = javaPackage.replace('.', '/');
    List<Path> written = new ArrayList<>();
    written.add(write("pom.xml", text("pom.xml", values)));
    written.add(
        write("src/main/java/" + packageFolder + "/Fleet.java", text("Fleet.java.txt", values)));
    written.add(write(SERVICE, javaPackage + ".Fleet\n"));
    written.add(
        write(
            "src/test/java/" + packageFolder + "/FleetTest.java",
            text("FleetTest.java.txt", values)));
    written.add(write("environments/sandbox.yaml", text("sandbox.yaml", Map.of())));
    written.add(write(".gitignore", text("gitignore", Map.of())));
    written.add(write("README.md", text("README.md", values)));
    Path launcher = write("plumbline", text("plumbline", Map.of()));
    if (!launcher.toFile().setExecutable(true)) {
      throw new UncheckedIOException(new IOException("cannot make " + launcher + " executable"));
    }
    written.add(launcher);
    return written;
  }

  private Map<String, String> values() {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("name", name());
    values.put("package", javaPackage);
    values.put("folder", javaPackage.replace('.', '/'));
    Properties versions = new Properties();
    try (InputStream in = open("versions.properties")) {
      versions.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    versions.forEach((tool, version) -> values.put((String) tool, (String) version));
    return values;
  }

  /** The folder's, as Maven allows it. */
  private String name() {
    Path last = folder.getFileName();
    String name = last == null ? "" : last.toString().toLowerCase(Locale.ROOT);
    String plain = name.replaceAll("[^a-z0-9-]+", "-").replaceAll("^-+|-+$", "");
    return plain.isEmpty() ? "fleet" : plain;
  }

  private static String text(String resource, Map<String, String> values) {
    try (InputStream in = open(resource)) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      for (Map.Entry<String, String> each : values.entrySet()) {
        text = text.replace("@" + each.getKey() + "@", each.getValue());
      }
      return text;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream open(String resource) {
    return Objects.requireNonNull(
        NewProject.class.getResourceAsStream(RESOURCES + resource), resource);
  }

  private Path write(String name, String text) {
    Path file = folder.resolve(name);
    try {
      Files.createDirectories(Objects.requireNonNull(file.getParent()));
      return Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }
}
