package io.plumbline.aws.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.plumbline.diagnostic.SourceLine;
import io.plumbline.model.Site;
import io.plumbline.spi.EngineException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AwsClientsTest {
  private static final String IDENTITY =
      """
      <GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult>
      <Arn>arn:aws:iam::123456789012:user/a</Arn><UserId>A</UserId><Account>123456789012</Account>
      </GetCallerIdentityResult></GetCallerIdentityResponse>
      """;

  private final List<String> authorisations = new CopyOnWriteArrayList<>();
  private HttpServer server;
  private final AtomicInteger failures = new AtomicInteger();

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          authorisations.add(exchange.getRequestHeaders().getFirst("Authorization"));
          byte[] body = IDENTITY.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(failures.getAndDecrement() > 0 ? 503 : 200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private Site site(Map<String, String> settings) {
    return new Site(
        "main", "aws", "cloudformation", settings, new SourceLine("environments/dev.yaml", 4));
  }

  private String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  @Test
  void reachesTheSitesEndpointWithFakeCredentialsAndItsRegion() {
    try (var clients =
        new AwsClients(
            site(Map.of("endpoint", url(), "region", "eu-west-1", "credentials", "fake")))) {
      assertThat(clients.account()).isEqualTo("123456789012");
      assertThat(clients.pathStyle()).isTrue();
    }
    assertThat(authorisations).hasSize(1);
    assertThat(authorisations.get(0)).contains("Credential=fake/", "/eu-west-1/sts/");
  }

  @Test
  void triesAgainWhereTheServerFails() {
    failures.set(2);
    try (var clients =
        new AwsClients(
            site(Map.of("endpoint", url(), "region", "eu-west-1", "credentials", "fake")))) {
      assertThat(clients.account()).isEqualTo("123456789012");
    }
    assertThat(authorisations).hasSize(3);
  }

  @Test
  void namesTheSiteThatHasNoRegion() {
    try (var clients = new AwsClients(site(Map.of("endpoint", url(), "credentials", "fake")))) {
      assertThatThrownBy(clients::account)
          .isInstanceOf(EngineException.class)
          .hasMessage(
              "site main (environments/dev.yaml:4) has no region. Give it one: region: eu-west-1");
    }
  }

  @Test
  void refusesATimeOutThatIsNoNumber() {
    assertThatThrownBy(
            () -> new AwsClients(site(Map.of("region", "eu-west-1", "timeout.read", "fast"))))
        .hasMessage("site main: timeout.read is \"fast\"; give it whole seconds, at least 1");
  }
}
