package io.plumbline.testkit.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FaultProxyTest {
  private HttpServer server;
  private FaultProxy proxy;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          byte[] body =
              ("<a>" + exchange.getRequestURI() + "</a>").getBytes(StandardCharsets.UTF_8);
          boolean head = exchange.getRequestMethod().equals("HEAD");
          exchange.sendResponseHeaders(200, head ? -1 : body.length);
          if (!head) {
            exchange.getResponseBody().write(body);
          }
          exchange.close();
        });
    server.start();
    proxy = new FaultProxy(URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
  }

  @AfterEach
  void stop() {
    proxy.close();
    server.stop(0);
  }

  private HttpResponse<String> call(String method, String path, String service, String body)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(proxy.uri().resolve(path))
            .timeout(Duration.ofSeconds(2))
            .header(
                "Authorization", "A Credential=k/20261122/eu-west-1/" + service + "/aws4_request")
            .method(method, BodyPublishers.ofString(body))
            .build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
  }

  @Test
  void passesOnWhatItIsNotToldToSpoil() throws Exception {
    proxy.spoil("DescribeVpcs", Fault.denied());
    assertThat(call("POST", "/x?y=1", "ec2", "Action=DescribeSubnets&V=1").body())
        .isEqualTo("<a>/x?y=1</a>");
    assertThat(proxy.calls()).containsExactly("DescribeSubnets");
  }

  @ParameterizedTest
  @CsvSource({
    "POST, /, ec2, Version=1&Action=DescribeVpcs, DescribeVpcs",
    "HEAD, /bucket, s3, '', HeadBucket",
    "GET, /bucket?versioning, s3, '', GetBucketVersioning",
    "GET, /bucket?publicAccessBlock=, s3, '', GetPublicAccessBlock",
    "GET, /bucket?lifecycle, s3, '', GetBucketLifecycleConfiguration",
    "GET, /bucket?policy, s3, '', GetBucketPolicy",
  })
  void knowsTheOperation(String method, String path, String service, String body, String operation)
      throws Exception {
    call(method, path, service, body);
    assertThat(proxy.calls()).containsExactly(operation);
  }

  @Test
  void refusesInTheFormOfTheService() throws Exception {
    proxy.spoil("DescribeVpcs", Fault.denied());
    HttpResponse<String> answer = call("POST", "/", "ec2", "Action=DescribeVpcs");
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).startsWith("<Response><Errors><Error><Code>AccessDenied</Code>");
  }

  @Test
  void hangsUp() {
    proxy.spoil("DescribeVpcs", new Fault.HangUp());
    assertThatThrownBy(() -> call("POST", "/", "ec2", "Action=DescribeVpcs"))
        .isInstanceOf(IOException.class)
        .isNotInstanceOf(HttpTimeoutException.class);
  }

  @Test
  void hangs() {
    proxy.spoil("DescribeVpcs", new Fault.Hang());
    assertThatThrownBy(() -> call("POST", "/", "ec2", "Action=DescribeVpcs"))
        .isInstanceOf(HttpTimeoutException.class);
  }

  @Test
  void answersHalfOrNothingOrSomethingElse() throws Exception {
    proxy.spoil("DescribeVpcs", new Fault.Truncated());
    assertThat(call("POST", "/", "ec2", "Action=DescribeVpcs").body()).isEqualTo("<a>/");
    proxy.spoil("DescribeVpcs", new Fault.EmptyBody());
    assertThat(call("POST", "/", "ec2", "Action=DescribeVpcs").body()).isEmpty();
    proxy.spoil("DescribeVpcs", new Fault.EmptyAnswer());
    assertThat(call("POST", "/", "ec2", "Action=DescribeVpcs").body())
        .isEqualTo("<DescribeVpcsResponse><requestId>proxy</requestId></DescribeVpcsResponse>");
    proxy.spoil("DescribeVpcs", new Fault.WrongContent());
    assertThat(call("POST", "/", "ec2", "Action=DescribeVpcs").body()).startsWith("<html>");
    proxy.reset();
    assertThat(call("POST", "/", "ec2", "Action=DescribeVpcs").body()).isEqualTo("<a>/</a>");
  }
}
