package io.plumbline.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sandbox as it is packed into the module: outside the repository, where nothing is set up. */
final class SandboxTest {
  @TempDir Path home;
  private final List<String> said = new ArrayList<>();
  private final List<Sandbox> started = new ArrayList<>();

  @AfterEach
  void stopWhatWasStarted() {
    started.forEach(Sandbox::stop);
  }

  private Sandbox sandboxAt(int port) {
    Sandbox sandbox = new Sandbox(home, "http://127.0.0.1:" + port);
    started.add(sandbox);
    return sandbox;
  }

  @Test
  void startsOnceAndStopsWithWhatEnginesRemember() throws IOException {
    Sandbox sandbox = sandboxAt(freePort());
    assertThat(sandbox.status().running()).isFalse();

    String url = sandbox.start(said::add);
    assertThat(Health.of(URI.create(url)).isSandbox()).isTrue();
    Long pid = sandbox.status().pid();
    assertThat(sandbox.start(said::add)).isEqualTo(url);
    assertThat(sandbox.status().pid()).isEqualTo(pid);

    Path remembered = home.resolve(".plumbline/sandbox/fleet/main/state.json");
    Files.createDirectories(remembered.getParent());
    Files.writeString(remembered, "{}");
    assertThat(sandbox.stop()).isTrue();
    assertThat(home.resolve(".plumbline/sandbox")).doesNotExist();
    assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty();
    assertThat(sandbox.stop()).isFalse();
  }

  @Test
  void hasAnAzureOfItsOwnThatEndsWithIt() throws IOException {
    Sandbox sandbox = sandboxAt(freePort());
    sandbox.start(said::add);
    URI azure = URI.create("http://127.0.0.1:" + freePort());
    sandbox.startAzure(azure, said::add);
    assertThat(Health.of(azure).isSandbox()).isTrue();
    int before = said.size();
    sandbox.startAzure(azure, said::add);
    assertThat(said).hasSize(before);

    // Another project's would be another world.
    Files.delete(home.resolve(".plumbline/azure.pid"));
    assertThatThrownBy(() -> sandbox.startAzure(azure, said::add))
        .isInstanceOf(SandboxException.class)
        .hasMessageContaining("another port");
    sandbox.stop();
  }

  @Test
  void makesMachinesThatEndWithIt() throws IOException {
    Sandbox sandbox = sandboxAt(freePort());
    sandbox.start(said::add);
    Machines two = new Machines(509, 2, 0, 8);
    sandbox.startMachines(two, said::add);
    try (Socket machine = new Socket("198.19.253.11", 22)) {
      assertThat(new String(machine.getInputStream().readNBytes(4), StandardCharsets.US_ASCII))
          .isEqualTo("SSH-");
    }
    int before = said.size();
    sandbox.startMachines(two, said::add);
    assertThat(said).hasSize(before);
    assertThatThrownBy(() -> sandbox.startMachines(new Machines(509, 3, 0, 8), said::add))
        .isInstanceOf(SandboxException.class)
        .hasMessageContaining("2 machines in network 509")
        .hasMessageContaining("wants 3 machines")
        .hasMessageContaining("sandbox stop");

    assertThat(sandbox.stop()).isTrue();
    assertThat(home.resolve(".plumbline/lab")).doesNotExist();
    assertThatThrownBy(() -> sandbox.startMachines(two, said::add))
        .hasMessageContaining("none of this project's");
  }

  @Test
  void namesWhatHoldsThePort() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual().start(() -> hangUp(taken));
      Sandbox sandbox = sandboxAt(taken.getLocalPort());
      assertThatThrownBy(() -> sandbox.start(said::add))
          .isInstanceOf(SandboxException.class)
          .hasMessageContaining("127.0.0.1:" + taken.getLocalPort())
          .hasMessageContaining("PLUMBLINE_SANDBOX_URL=");
    }
  }

  @Test
  void doesNotStartWhatIsElsewhere() {
    Sandbox sandbox = new Sandbox(home, "http://sandbox.invalid:4510");
    assertThatThrownBy(() -> sandbox.start(said::add)).hasMessageContaining("is not here");
  }

  private static void hangUp(ServerSocket server) {
    try {
      while (true) {
        server.accept().close();
      }
    } catch (IOException e) {
      // The test is over.
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
