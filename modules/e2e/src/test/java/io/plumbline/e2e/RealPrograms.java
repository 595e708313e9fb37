package io.plumbline.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Runs the programs that {@code ci/setup} makes ready; one that is not there, or fails, fails the
 * test.
 */
final class RealPrograms {
  private RealPrograms() {}

  static final Path HOME = Path.of(System.getProperty("plumbline.home", "../.."));

  /** Terraform, finding its providers where the set-up says. */
  static String terraform(Path folder, String... arguments) {
    return run(folder, "terraform", arguments);
  }

  /** The Python that has cfn-lint. */
  static String python(Path folder, String... arguments) {
    setUp();
    return run(folder, HOME.resolve(".plumbline/venv/bin/python").toString(), arguments);
  }

  /** A program of Ansible, which reads and writes nothing of the user's. */
  static String ansible(Path folder, String program, String... arguments) {
    return run(folder, program, arguments);
  }

  /** Ruby itself. */
  static String ruby(Path folder, String... arguments) {
    return run(folder, "ruby", arguments);
  }

  /** What runs JavaScript. */
  static String node(Path folder, String... arguments) {
    return run(folder, "node", arguments);
  }

  /** The program that reads Prometheus's files as Prometheus does. */
  static String promtool(Path folder, String... arguments) {
    return run(folder, "promtool", arguments);
  }

  /** A folder below {@code target/} with the AWS provider, and the configuration given besides. */
  static Path terraformFolder(String name, String configuration) {
    setUp();
    try {
      Path folder = Files.createDirectories(Path.of("target", name).toAbsolutePath());
      Files.writeString(folder.resolve("main.tf.json"), configuration);
      terraform(folder, "init", "-no-color", "-input=false");
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void setUp() {
    run(HOME, "bash", "ci/setup");
  }

  private static String run(Path folder, String program, String... arguments) {
    try {
      Path out = Files.createTempFile("plumbline", ".out");
      Path err = Files.createTempFile("plumbline", ".err");
      ProcessBuilder builder = new ProcessBuilder(program);
      builder.command().addAll(List.of(arguments));
      builder.directory(folder.toFile()).redirectOutput(out.toFile()).redirectError(err.toFile());
      Path configuration = HOME.resolve(".plumbline/terraform.rc").toAbsolutePath();
      if (Files.exists(configuration)) {
        builder.environment().put("TF_CLI_CONFIG_FILE", configuration.toString());
      }
      builder.environment().keySet().removeIf(name -> name.startsWith("ANSIBLE_"));
      builder.environment().put("ANSIBLE_HOME", folder.resolve(".ansible").toString());
      builder.environment().put("LC_ALL", "C.UTF-8");
      int exit = builder.start().waitFor();
      assertThat(exit)
          .as("%s: %s%s", builder.command(), Files.readString(err), Files.readString(out))
          .isZero();
      String said = Files.readString(out);
      Files.delete(out);
      Files.delete(err);
      return said;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
