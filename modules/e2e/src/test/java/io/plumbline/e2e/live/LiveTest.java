package io.plumbline.e2e.live;

import io.plumbline.aws.client.AwsClients;
import io.plumbline.model.Site;
import io.plumbline.testkit.live.SandboxProcess;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** A sandbox of its own for one test class, and the ways into it. */
final class LiveTest implements AutoCloseable {
  private final SandboxProcess sandbox;
  private final AwsClients clients;

  LiveTest() throws IOException {
    sandbox = SandboxProcess.start(Path.of(System.getProperty("plumbline.home")));
    clients = new AwsClients(site(sandbox.uri()));
  }

  /** A site at an endpoint. */
  static Site site(URI endpoint) {
    return site(endpoint, Map.of());
  }

  /** A site at an endpoint that does not wait for long. */
  static Site impatientSite(URI endpoint) {
    return site(endpoint, Map.of("timeout.read", "3", "timeout.call", "5"));
  }

  private static Site site(URI endpoint, Map<String, String> more) {
    Map<String, String> settings = new TreeMap<>(more);
    settings.put("endpoint", endpoint.toString());
    settings.put("region", "eu-west-1");
    settings.put("credentials", "fake");
    return new Site("main", "aws", "terraform", settings, null);
  }

  URI uri() {
    return sandbox.uri();
  }

  AwsClients clients() {
    return clients;
  }

  @Override
  public void close() {
    clients.close();
    sandbox.close();
  }
}
