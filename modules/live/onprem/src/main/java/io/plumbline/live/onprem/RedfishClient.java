package io.plumbline.live.onprem;

import io.plumbline.value.Value.Obj;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * Gets resources of management controllers by HTTPS, as one user. It follows no redirection and no
 * link to elsewhere, so that nobody else gets the password, and asks each thing once.
 */
final class RedfishClient implements AutoCloseable {
  private final BmcAccess access;
  private final String authorization;
  private final Https https;

  RedfishClient(BmcAccess access) throws UnheardException {
    this.access = access;
    String pair = access.user() + ":" + access.password();
    this.authorization =
        "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    this.https = new Https(access.reach());
  }

  /** A conversation with one of them, for so long as it may take in all. */
  Conversation with(BmcEndpoint endpoint) {
    return new Conversation("https://" + endpoint.host() + ":" + access.redfishPort());
  }

  @Override
  public void close() {
    https.close();
  }

  /** One controller's resources, by their paths. */
  final class Conversation {
    /** More than any has that does not lead in circles. */
    private static final int MOST_REQUESTS = 200;

    private static final Pattern PATH =
        Pattern.compile("/redfish/v1(?:/[A-Za-z0-9._~!$&'()*+,;=:@%-]*)*(?:\\?[\\w.~$&=%+-]*)?");

    private final String base;
    private final long end = https.end();
    private int calls;

    private Conversation(String base) {
      this.base = base;
    }

    int calls() {
      return calls;
    }

    /** The resource that stands at a path. */
    Obj get(String path) throws UnheardException, InterruptedException {
      if (!PATH.matcher(path).matches()) {
        throw new UnheardException("NotUnderstood: a link leads to " + Refusal.oneLine(path));
      }
      if (++calls > MOST_REQUESTS) {
        throw new UnheardException("NotUnderstood: more than " + MOST_REQUESTS + " links to read");
      }
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(base + path))
              .header("Authorization", authorization)
              .header("Accept", "application/json")
              .header("OData-Version", "4.0")
              .build();
      HttpResponse<String> answer = https.send(request, end);
      if (answer.statusCode() != 200) {
        throw new UnheardException(HttpsRefusal.of(answer.statusCode(), path, access.user()));
      }
      return object(answer.body(), path);
    }

    private static Obj object(String body, String path) throws UnheardException {
      if (Https.json(body, path) instanceof Obj object) {
        return object;
      }
      throw new UnheardException("NotUnderstood: " + path + " is no JSON object");
    }
  }
}
