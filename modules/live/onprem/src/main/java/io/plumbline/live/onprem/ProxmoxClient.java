package io.plumbline.live.onprem;

import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Asks the API of a cluster of Proxmox VE by a token. Source: Proxmox VE 8, wiki "Proxmox VE API",
 * sections "API Tokens" and "Response".
 */
final class ProxmoxClient implements AutoCloseable {
  /** What pveproxy answers where it does not get through to another node of the cluster. */
  private static final Set<Integer> NODE_UNREACHED = Set.of(595, 596, 597, 599);

  private final String base;
  private final String authorization;
  private final Https https;
  private final AtomicInteger calls = new AtomicInteger();

  ProxmoxClient(HypervisorAccess access) throws UnheardException {
    this.base = access.base();
    this.authorization = "PVEAPIToken=" + access.secret().read();
    this.https = new Https(access.reach());
  }

  /** Requests made since the last time that this was asked. */
  int calls() {
    return calls.getAndSet(0);
  }

  /** What the API says at a path. */
  Value get(String path) throws UnheardException, InterruptedException {
    calls.incrementAndGet();
    HttpResponse<String> answer = https.send(request(path), https.end());
    int status = answer.statusCode();
    if (NODE_UNREACHED.contains(status)) {
      throw new UnheardException("NoAnswer: its node does not answer (HTTP " + status + ")");
    }
    if (status != 200) {
      throw new UnheardException(HttpsRefusal.of(status, path, "the API token"));
    }
    if (Https.json(answer.body(), path) instanceof Obj object && object.has("data")) {
      return object.get("data");
    }
    throw new UnheardException("NotUnderstood: " + path + " has no data");
  }

  private HttpRequest request(String path) throws UnheardException {
    try {
      return HttpRequest.newBuilder(URI.create(base + "/api2/json" + path))
          .header("Authorization", authorization)
          .build();
    } catch (IllegalArgumentException e) {
      // The message would say what was refused: the token.
      throw new UnheardException("NoCredentials: the token is none, or the address is none");
    }
  }

  @Override
  public void close() {
    https.close();
  }
}
