package io.plumbline.live.onprem;

import io.plumbline.value.JsonWriter;
import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import io.plumbline.value.Value.Text;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Asks vCenter by its two APIs, each in a session of its own that is ended: the Automation API
 * finds things by their names, and the Virtual Infrastructure JSON API says what they are. Before
 * 8.0 Update 3 neither takes a session of the other. Source: Broadcom, vSphere Automation API 8.0
 * ({@code POST /api/session}); Virtual Infrastructure JSON API 8.0.1.0 ({@code
 * SessionManager.Login}).
 */
final class VsphereClient implements AutoCloseable {
  /** The oldest release of the JSON API, which later ones speak too. */
  private static final String VIM = "/sdk/vim25/8.0.1.0";

  private static final String SESSION = "/api/session";
  private static final String TOKEN = "vmware-api-session-id";

  private final String base;
  private final String user;
  private final Https https;
  private final String automation;
  private final String management;
  private final AtomicInteger calls = new AtomicInteger();

  /** Logs in. */
  VsphereClient(HypervisorAccess access) throws UnheardException, InterruptedException {
    this.base = access.base();
    this.user = access.who();
    String password = access.secret().read();
    this.https = new Https(access.reach());
    boolean done = false;
    try {
      this.automation = automation(password);
      this.management = management(password);
      done = true;
    } finally {
      if (!done) {
        https.close();
      }
    }
  }

  private String automation(String password) throws UnheardException, InterruptedException {
    String pair = user + ":" + password;
    HttpRequest request =
        to(SESSION)
            .header(
                "Authorization",
                "Basic "
                    + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)))
            .POST(BodyPublishers.noBody())
            .build();
    HttpResponse<String> answer = send(request);
    if (answer.statusCode() / 100 == 2
        && Https.json(answer.body(), SESSION) instanceof Text token) {
      return token.value();
    }
    throw refused(answer, SESSION);
  }

  private String management(String password) throws UnheardException, InterruptedException {
    String path = VIM + "/SessionManager/SessionManager/Login";
    Obj who = Value.object("userName", Value.text(user), "password", Value.text(password));
    HttpRequest request =
        to(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(JsonWriter.compact(who)))
            .build();
    HttpResponse<String> answer = send(request);
    String token = answer.headers().firstValue(TOKEN).orElse(null);
    if (answer.statusCode() / 100 == 2 && token != null) {
      return token;
    }
    throw refused(answer, path);
  }

  /** Who has logged in. */
  String user() {
    return user;
  }

  /** Requests made since the last time that this was asked. */
  int calls() {
    return calls.getAndSet(0);
  }

  /** What the Automation API says at a path below {@code /api/vcenter}. */
  Value find(String path) throws UnheardException, InterruptedException {
    return get("/api/vcenter" + path, automation);
  }

  /** A property of a managed object: {@code "VirtualMachine/vm-12/config"}. */
  Value property(String path) throws UnheardException, InterruptedException {
    return get(VIM + "/" + path, management);
  }

  private Value get(String path, String token) throws UnheardException, InterruptedException {
    HttpResponse<String> answer = send(to(path).header(TOKEN, token).build());
    if (answer.statusCode() == 204) {
      return Value.NULL; // a property that is not set
    }
    if (answer.statusCode() != 200) {
      throw refused(answer, path);
    }
    return Https.json(answer.body(), path);
  }

  private HttpRequest.Builder to(String path) throws UnheardException {
    try {
      return HttpRequest.newBuilder(URI.create(base + path)).header("Accept", "application/json");
    } catch (IllegalArgumentException e) {
      throw new UnheardException("BadAddress: " + Refusal.oneLine(base + path));
    }
  }

  private HttpResponse<String> send(HttpRequest request)
      throws UnheardException, InterruptedException {
    calls.incrementAndGet();
    return https.send(request, https.end());
  }

  /** The JSON API answers 500 to what it refuses, and the body says why. */
  private UnheardException refused(HttpResponse<String> answer, String path) {
    String body = answer.body();
    boolean denied =
        body.contains("\"InvalidLogin\"")
            || body.contains("\"NoPermission\"")
            || body.contains("\"NotAuthenticated\"");
    return new UnheardException(
        denied
            ? "AccessDenied: HTTP " + answer.statusCode() + " at " + path + " for " + user
            : HttpsRefusal.of(answer.statusCode(), path, user));
  }

  /** Ends both sessions, of which a server has not endlessly many; then what is under way. */
  @Override
  public void close() {
    try {
      send(to(SESSION).header(TOKEN, automation).DELETE().build());
      send(
          to(VIM + "/SessionManager/SessionManager/Logout")
              .header(TOKEN, management)
              .POST(BodyPublishers.noBody())
              .build());
    } catch (UnheardException e) {
      // They end by themselves, half an hour after their last use.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      https.close();
    }
  }
}
