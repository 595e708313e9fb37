package io.plumbline.testkit.live;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Stands in front of a provider's endpoint on this machine, passes calls on, and spoils those that
 * it is told to. Listens on the loopback address alone.
 */
public final class FaultProxy implements AutoCloseable {
  private static final Set<String> NOT_PASSED_ON =
      Set.of("connection", "content-length", "expect", "host", "transfer-encoding", "upgrade");

  /** What the answer's bytes come to, by which the SDK sees that some were lost. */
  private static final String SUM = "x-amz-crc32";

  private final URI endpoint;
  private final SpoiltCall.Reading reading;
  private final HttpServer server;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Map<String, Fault> faults = new ConcurrentHashMap<>();
  private final Map<String, Fault> once = new ConcurrentHashMap<>();
  private final List<String> calls = new CopyOnWriteArrayList<>();

  /** A proxy that passes everything on to {@code endpoint}, which speaks as AWS does. */
  public FaultProxy(URI endpoint) {
    this(endpoint, AwsCall::of);
  }

  /** The same before an endpoint that speaks as Azure Resource Manager does. */
  public static FaultProxy ofAzure(URI endpoint) {
    return new FaultProxy(endpoint, AzureCall::of);
  }

  private FaultProxy(URI endpoint, SpoiltCall.Reading reading) {
    this.endpoint = endpoint;
    this.reading = reading;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::handle);
    server.setExecutor(threads);
    start();
  }

  /**
   * Its threads are daemons, as the one that starts them is: it ends with the test's JVM at the
   * latest.
   */
  private void start() {
    Thread starter = new Thread(server::start, "fault-proxy");
    starter.setDaemon(true);
    starter.start();
    try {
      starter.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Where to call. */
  public URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** From now on, calls of {@code operation} ({@code DescribeVpcs}) meet this fault. */
  public void spoil(String operation, Fault fault) {
    faults.put(operation, fault);
  }

  /** The same of the next call alone. */
  public void spoilOnce(String operation, Fault fault) {
    once.put(operation, fault);
  }

  /** Spoils nothing any more, and forgets the calls. */
  public void reset() {
    faults.clear();
    once.clear();
    calls.clear();
  }

  /** Operations called since the last reset, in the order in which the calls came. */
  public List<String> calls() {
    return Collections.unmodifiableList(calls);
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      SpoiltCall call =
          reading.read(
              exchange.getRequestMethod(),
              exchange.getRequestURI(),
              exchange.getRequestHeaders(),
              body);
      calls.add(call.operation());
      Fault next = once.remove(call.operation());
      answer(exchange, call, body, next == null ? faults.get(call.operation()) : next);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void answer(HttpExchange exchange, SpoiltCall call, byte[] body, @Nullable Fault fault)
      throws IOException, InterruptedException {
    switch (fault) {
      case null -> pass(exchange, send(exchange, body), UnaryOperator.identity());
      case Fault.Refusal refusal ->
          say(exchange, refusal.status(), call.contentType(), call.error(refusal.code()));
      case Fault.TooMany many -> {
        exchange
            .getResponseHeaders()
            .set("Retry-After", Long.toString(many.retryAfter().toSeconds()));
        say(exchange, 429, call.contentType(), call.error("TooManyRequests"));
      }
      case Fault.HangUp hangUp -> {} // closed without an answer
      case Fault.Hang hang -> closed.await();
      case Fault.EmptyBody empty -> say(exchange, 200, call.contentType(), "");
      case Fault.EmptyAnswer empty -> say(exchange, 200, call.contentType(), call.emptyAnswer());
      case Fault.Truncated truncated ->
          pass(exchange, send(exchange, body), whole -> Arrays.copyOf(whole, whole.length / 2));
      case Fault.CutOff cut -> cut(exchange, send(exchange, body).body());
      case Fault.Changed changed ->
          pass(exchange, send(exchange, body), whole -> changed(whole, changed.change()));
      case Fault.Omission omission ->
          pass(
              exchange,
              send(exchange, body),
              whole -> {
                exchange.getResponseHeaders().remove(SUM); // it is to be taken for the truth
                return Omitted.from(whole, omission.texts());
              });
      case Fault.WrongContent wrong ->
          say(exchange, 200, "text/html", "<html><body>Please log in.</body></html>");
    }
  }

  private static byte[] changed(byte[] whole, UnaryOperator<String> change) {
    return change.apply(new String(whole, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
  }

  private static void cut(HttpExchange exchange, byte[] whole) throws IOException {
    exchange.sendResponseHeaders(200, whole.length + 1L);
    exchange.getResponseBody().write(whole, 0, whole.length / 2);
    exchange.getResponseBody().flush(); // whoever closes the exchange now cuts it off
  }

  private HttpResponse<byte[]> send(HttpExchange exchange, byte[] body)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(endpoint.resolve(exchange.getRequestURI().toString()))
            .method(exchange.getRequestMethod(), BodyPublishers.ofByteArray(body));
    exchange
        .getRequestHeaders()
        .forEach(
            (name, values) -> {
              if (!NOT_PASSED_ON.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
              }
            });
    return client.send(request.build(), BodyHandlers.ofByteArray());
  }

  /** What leads on leads here. */
  private byte[] throughHere(byte[] body) {
    String text = new String(body, StandardCharsets.UTF_8);
    String next = "\"nextLink\":\"";
    return text.contains(next)
        ? text.replace(next + endpoint, next + uri()).getBytes(StandardCharsets.UTF_8)
        : body;
  }

  private void pass(
      HttpExchange exchange, HttpResponse<byte[]> answer, UnaryOperator<byte[]> change)
      throws IOException {
    answer
        .headers()
        .map()
        .forEach(
            (name, values) -> {
              if (!NOT_PASSED_ON.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> exchange.getResponseHeaders().add(name, value));
              }
            });
    byte[] body = change.apply(throughHere(answer.body()));
    write(exchange, answer.statusCode(), body, body.length);
  }

  private static void say(HttpExchange exchange, int status, String type, String body)
      throws IOException {
    exchange.getResponseHeaders().add("Content-Type", type);
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    write(exchange, status, bytes, bytes.length);
  }

  private static void write(HttpExchange exchange, int status, byte[] body, int length)
      throws IOException {
    boolean none = length == 0 || exchange.getRequestMethod().equals("HEAD");
    exchange.sendResponseHeaders(status, none ? -1 : length);
    if (!none) {
      exchange.getResponseBody().write(body, 0, length);
    }
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
    threads.shutdownNow();
    client.shutdownNow();
  }
}
