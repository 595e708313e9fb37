package io.plumbline.azure.standin;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.plumbline.value.JsonReader;
import io.plumbline.value.JsonWriter;
import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The server: Azure Resource Manager on the loopback address, as far as {@link
 * io.plumbline.azure.standin} says. It takes any bearer's token, and wants one.
 */
public final class AzureStandIn implements AutoCloseable {
  /** The subscription that it has. */
  public static final String SUBSCRIPTION = "00000000-0000-0000-0000-00000000aaaa";

  /** Asked by whoever wants to know whether it is up, and that it is no Azure. */
  private static final String HEALTH = "/plumbline/health";

  private static final Pattern PROVIDER =
      Pattern.compile("(?i)/subscriptions/[^/]+/providers/([^/]+)");
  private static final Pattern IN_GROUP =
      Pattern.compile("(?i)^(/subscriptions/[^/]+/resourceGroups/[^/]+)(/deployments/.*)$");

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final World world = new World();
  private final Faults faults = new Faults();
  private final LongRunning longRunning = new LongRunning();
  private final Deployments deployments = new Deployments(world, faults, longRunning);
  private final Stacks stacks = new Stacks(world, deployments, longRunning, faults);
  private final ResourceGraph graph = new ResourceGraph(world, faults);
  private final Resources resources;
  private final Blobs blobs;
  private final List<String> requests = new CopyOnWriteArrayList<>();

  private AzureStandIn(int port, int pageSize) throws IOException {
    this.resources = new Resources(world, faults, stacks, longRunning, pageSize);
    this.server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    this.blobs = new Blobs(pageSize);
    server.createContext("/" + Blobs.ACCOUNT + "/", blobs::handle);
    server.start();
  }

  /** Starts one at a port that is free. */
  public static AzureStandIn start() throws IOException {
    return new AzureStandIn(0, 100);
  }

  /**
   * Starts one.
   *
   * @param port 0 for any that is free
   * @param pageSize so many items at most stand on one page of a list
   */
  public static AzureStandIn start(int port, int pageSize) throws IOException {
    return new AzureStandIn(port, pageSize);
  }

  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Blobs of the storage account {@link Blobs#ACCOUNT}, at this URL and the account's name. */
  public Blobs blobs() {
    return blobs;
  }

  public Faults faults() {
    return faults;
  }

  /** Method and path of each request so far. */
  public List<String> requests() {
    return List.copyOf(requests);
  }

  /** The document of a resource; null where it is not there. */
  public @Nullable Obj find(String id) {
    ResourceId parsed = ResourceId.parse(id);
    return parsed == null ? null : world.find(parsed);
  }

  /** Documents of all resources, in the order of their ids. */
  public List<Obj> all() {
    return world.all();
  }

  /** Places in a document that nobody may set, as the SDK's type for it has them: {@code /id}. */
  public List<String> readOnly(Obj document) {
    String type = String.valueOf(Docs.text(document, "type"));
    return Models.lost(type, document).stream().map(each -> each.replaceAll(" .*", "")).toList();
  }

  /** Somebody changes a resource behind everybody's back. */
  public void change(String id, UnaryOperator<Obj> change) {
    world.change(require(id), change);
  }

  /** Somebody takes one away. */
  public void remove(String id) {
    world.remove(require(id));
  }

  /** Puts a document back as it was, whatever has become of it. */
  public void restore(String id, Obj document) {
    world.restore(require(id), document);
  }

  /** Somebody makes one. */
  public void add(String id, String apiVersion, Obj body) {
    world.put(require(id), apiVersion, body);
  }

  private static ResourceId require(String id) {
    ResourceId parsed = ResourceId.parse(id);
    if (parsed == null) {
      throw new IllegalArgumentException("no id of a resource: " + id);
    }
    return parsed;
  }

  /** Time goes by: what was changed of late was changed before. */
  public void pass(Duration time) {
    world.pass(time);
  }

  /** Resource Graph hears of no change from now on, or of all that it missed. */
  public void holdGraph(boolean behind) {
    graph.hold(behind);
  }

  private void handle(HttpExchange exchange) throws IOException {
    String path = decoded(exchange.getRequestURI().getRawPath());
    requests.add(exchange.getRequestMethod() + " " + path);
    Faults.Met met = faults.next(path);
    try (exchange) {
      if (met != null && met.way() == Faults.Way.STALLED) {
        Thread.sleep(met.delay());
      }
      send(exchange, answer(exchange, path, met), met);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Answer answer(HttpExchange exchange, String path, Faults.@Nullable Met met)
      throws IOException {
    try {
      if (path.equals(HEALTH)) {
        return Answer.ok(Value.object("plumbline-sandbox", Value.text("azure")));
      }
      if (met != null && met.way() == Faults.Way.THROTTLED) {
        Refusal many = new Refusal(429, met.code(), "The number of requests is too large.");
        return new Answer(
            429, many.body(), Map.of("Retry-After", Long.toString(met.delay().toSeconds())));
      }
      if (met != null && met.way() == Faults.Way.BROKEN) {
        throw new Refusal(500, met.code(), "Encountered an internal server error.");
      }
      if (exchange.getRequestHeaders().getFirst("Authorization") == null) {
        throw new Refusal(
            401,
            "AuthenticationFailed",
            "Authentication failed. The 'Authorization' header is missing.");
      }
      Request asked = request(exchange, path);
      faults.requireReach(asked);
      return route(asked, met);
    } catch (Refusal e) {
      return Answer.of(e);
    } catch (RuntimeException e) {
      return Answer.of(new Refusal(500, "StandInFailed", e.toString()));
    }
  }

  private Request request(HttpExchange exchange, String path) throws IOException {
    // Operations of a deployment in a group are asked for without the provider.
    String full = IN_GROUP.matcher(path).replaceFirst("$1/providers/Microsoft.Resources$2");
    byte[] sent = exchange.getRequestBody().readAllBytes();
    Limits.requireRequest(sent.length);
    String text = new String(sent, StandardCharsets.UTF_8);
    Map<String, String> query = new LinkedHashMap<>();
    String raw = exchange.getRequestURI().getRawQuery();
    for (String each : raw == null ? new String[0] : raw.split("&", -1)) {
      int equals = each.indexOf('=');
      query.put(decoded(each.substring(0, equals)), decoded(each.substring(equals + 1)));
    }
    Obj body = text.isBlank() ? Obj.EMPTY : (Obj) JsonReader.read(text);
    return new Request(exchange.getRequestMethod(), full, query, body, url());
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  private Answer route(Request request, Faults.@Nullable Met met) {
    String path = request.path();
    if (path.equalsIgnoreCase(ResourceGraph.PATH)) {
      return graph.answer(request, met != null && met.way() == Faults.Way.WITHOUT_NEXT_PAGE);
    }
    if (!path.toLowerCase(Locale.ROOT).startsWith("/subscriptions/" + SUBSCRIPTION)) {
      throw new Refusal(404, "SubscriptionNotFound", "The subscription could not be found.");
    }
    if (path.equalsIgnoreCase("/subscriptions/" + SUBSCRIPTION + "/resources")) {
      return resources.all(request);
    }
    if (Paths.has(path, LongRunning.PATH)) {
      return longRunning.ask(request);
    }
    if (Paths.has(path, Stacks.TYPE)) {
      return stacks.answer(request);
    }
    if (Paths.has(path, Deployments.TYPE)) {
      return deployments.answer(request);
    }
    if (Paths.has(path, "/providers/Microsoft.Authorization/permissions")) {
      return Answer.ok(faults.permissions());
    }
    Matcher provider = PROVIDER.matcher(path);
    if (provider.matches()) {
      String namespace = provider.group(1);
      return Answer.ok(
          Value.object(
              "namespace", Value.text(namespace),
              "registrationState", Value.text("Registered"),
              "resourceTypes", Value.list(Types.of(namespace))));
    }
    return resources.answer(request);
  }

  private static void send(HttpExchange exchange, Answer answer, Faults.@Nullable Met met)
      throws IOException {
    answer.headers().forEach(exchange.getResponseHeaders()::set);
    Value body = answer.body();
    if (body == null || answer.status() == 204 || exchange.getRequestMethod().equals("HEAD")) {
      exchange.sendResponseHeaders(answer.status(), -1);
      return;
    }
    byte[] bytes = JsonWriter.compact(body).getBytes(StandardCharsets.UTF_8);
    int length = bytes.length;
    if (met != null && met.way() == Faults.Way.CUT) {
      length = bytes.length / 2;
    } else if (met != null && met.way() == Faults.Way.EMPTY) {
      length = 0;
    }
    exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
    exchange.sendResponseHeaders(answer.status(), length == 0 ? -1 : length);
    if (length > 0) {
      try (OutputStream out = exchange.getResponseBody()) {
        out.write(bytes, 0, length);
      }
    }
  }

  @Override
  public void close() {
    server.stop(0);
    longRunning.close();
    threads.shutdownNow();
  }
}
