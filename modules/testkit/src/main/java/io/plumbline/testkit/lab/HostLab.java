package io.plumbline.testkit.lab;

import io.plumbline.value.JsonReader;
import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Real machines for one test class, each with its own sshd, network and file system, in namespaces
 * on this one: {@code ci/lab/lab.py}. They end with the test, or with its JVM however that ends.
 */
public final class HostLab implements AutoCloseable {
  private final Process process;
  private final Path folder;
  private final List<LabHost> hosts;

  private HostLab(Process process, Path folder, List<LabHost> hosts) {
    this.process = process;
    this.folder = folder;
    this.hosts = List.copyOf(hosts);
  }

  /**
   * Starts them and waits until all answer.
   *
   * @param home the repository, with {@code ci/setup} and {@code ci/lab}
   * @param hosts how many there are
   * @param systemd how many of them, the first ones, run systemd
   * @throws IOException if they do not start; what is missing stands on stderr
   */
  public static HostLab start(Path home, int hosts, int systemd) throws IOException {
    Process setUp =
        new ProcessBuilder("bash", home.resolve("ci/setup").toString(), "lab").inheritIO().start();
    await(setUp);
    Path folder = Files.createTempDirectory("plumbline-lab");
    Process process =
        new ProcessBuilder(
                home.resolve("ci/lab/lab.py").toString(),
                folder.toString(),
                "--hosts=" + hosts,
                "--systemd=" + systemd)
            .redirectError(Redirect.INHERIT)
            .start();
    BufferedReader out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    String said = out.readLine();
    if (said == null) {
      throw new IOException("the host lab ended before it was ready; see above");
    }
    return new HostLab(process, folder, read(said));
  }

  private static void await(Process process) throws IOException {
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      process.destroy();
      throw new IOException("interrupted while the host lab was set up", e);
    }
  }

  private static List<LabHost> read(String said) {
    List<LabHost> hosts = new ArrayList<>();
    for (Value each : ((Value.Sequence) ((Obj) JsonReader.read(said)).get("hosts")).items()) {
      Obj host = (Obj) each;
      hosts.add(
          new LabHost(
              ((Value.Text) host.get("name")).value(),
              ((Value.Text) host.get("address")).value(),
              ((Value.Int) host.get("pid")).value(),
              host.get("systemd").equals(Value.flag(true))));
    }
    return hosts;
  }

  /** Those with systemd come first. */
  public List<LabHost> hosts() {
    return hosts;
  }

  /** An ssh_config by which a client logs in to them as root, and knows them. */
  public Path sshConfig() {
    return folder.resolve("ssh_config");
  }

  /** The private key that it names. */
  public Path key() {
    return folder.resolve("key");
  }

  @Override
  public void close() throws IOException {
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    try (var files = Files.list(folder)) {
      for (Path each : files.toList()) {
        Files.delete(each);
      }
    }
    Files.delete(folder);
  }
}
