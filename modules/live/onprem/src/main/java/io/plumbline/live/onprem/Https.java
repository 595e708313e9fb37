package io.plumbline.live.onprem;

import io.plumbline.value.JsonReader;
import io.plumbline.value.Value;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Asks servers of a data centre by HTTPS. Only those are believed whose certificate is, and no
 * redirection is followed, so that nobody else gets a password.
 */
final class Https implements AutoCloseable {
  private final Reach reach;
  private final HttpClient client;

  /**
   * How servers are reached.
   *
   * @param caSetting what the file of certificates is called in a site's settings
   * @param ca that file; null for the system's
   * @param connect until a server answers
   * @param total for all that is asked at once
   * @param mostBytes that an answer may have
   */
  record Reach(
      String caSetting, @Nullable String ca, Duration connect, Duration total, int mostBytes) {}

  Https(Reach reach) throws UnheardException {
    this.reach = reach;
    this.client =
        HttpClient.newBuilder()
            .sslContext(Trust.context(reach))
            .connectTimeout(reach.connect())
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .proxy(HttpClient.Builder.NO_PROXY)
            .build();
  }

  /** When whatever begins now must have ended, as {@link System#nanoTime} tells it. */
  long end() {
    return System.nanoTime() + reach.total().toNanos();
  }

  /** The answer, whatever its status. */
  HttpResponse<String> send(HttpRequest request, long end)
      throws UnheardException, InterruptedException {
    CompletableFuture<HttpResponse<String>> answer =
        client.sendAsync(request, head -> new LimitedText(reach.mostBytes()));
    try {
      return answer.get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
    } catch (ExecutionException e) {
      throw new UnheardException(HttpsRefusal.of(e.getCause(), reach));
    } catch (TimeoutException e) {
      throw new UnheardException("Timeout: no answer within " + reach.total().toSeconds() + " s");
    } finally {
      answer.cancel(true);
    }
  }

  /** What a body says in JSON. */
  static Value json(String body, String path) throws UnheardException {
    try {
      return JsonReader.read(body);
    } catch (JsonReader.SyntaxException e) {
      throw new UnheardException("NotUnderstood: " + path + ": " + e.getMessage());
    }
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
