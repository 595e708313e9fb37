package io.plumbline.azure.client;

import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpMethod;
import com.azure.core.http.HttpPipeline;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import com.azure.core.util.Context;
import io.plumbline.value.JsonReader;
import io.plumbline.value.JsonWriter;
import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import io.plumbline.value.Value.Sequence;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Documents of Azure Resource Manager as they are. The SDK's typed models leave out members that
 * they do not know; what is compared must not be cut to what one version of a model has.
 */
public final class ArmRest {
  private static final HttpHeaderName ERROR_CODE = HttpHeaderName.fromString("x-ms-error-code");
  private static final int ACCEPTED = 202;
  private static final int NO_CONTENT = 204;

  private final HttpPipeline pipeline;
  private final String endpoint;

  ArmRest(HttpPipeline pipeline, String endpoint) {
    this.pipeline = pipeline;
    this.endpoint = endpoint;
  }

  /**
   * One document.
   *
   * @param path with query, from the first slash on: {@code /subscriptions/…?api-version=…}
   * @throws ArmException if Resource Manager refuses
   */
  public Obj get(String path) {
    return object(send(HttpMethod.GET, endpoint + path, null).text());
  }

  /** Puts a document, and hands back what stands there then. */
  public Obj put(String path, Obj body) {
    return object(send(HttpMethod.PUT, endpoint + path, body).text());
  }

  /** What is answered to a document that asks. */
  public Obj post(String path, Obj body) {
    return object(send(HttpMethod.POST, endpoint + path, body).text());
  }

  /** Has a thing deleted, and returns once it is gone. */
  public void delete(String path) {
    String url = endpoint + path;
    String next = send(HttpMethod.DELETE, url, null).location();
    while (next != null) {
      pause();
      next = send(HttpMethod.GET, here(next), null).location();
    }
  }

  private void pause() {
    try {
      Thread.sleep(endpoint.startsWith("https") ? 2_000 : 20);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted; Azure goes on by itself", e);
    }
  }

  /** Hands over every item of a list, page by page. */
  public void list(String path, Consumer<Obj> items) {
    String url = endpoint + path;
    Set<String> asked = new HashSet<>();
    while (url != null) {
      if (!asked.add(url)) {
        throw new IllegalStateException("the answer is not whole: its pages go in a circle");
      }
      Obj page = object(send(HttpMethod.GET, url, null).text());
      if (!(page.get("value") instanceof Sequence sequence)) {
        throw new IllegalStateException("the answer is not whole: no value stands in it");
      }
      sequence.items().forEach(item -> items.accept((Obj) item));
      url =
          page.get("nextLink") instanceof Value.Text next && !next.value().isEmpty()
              ? here(next.value())
              : null;
    }
  }

  /** What comes next is asked for with our credentials: of nobody but who said so. */
  private String here(String next) {
    if (!next.startsWith(endpoint + "/")) {
      throw new IllegalStateException("what comes next is said to be elsewhere: " + next);
    }
    return next;
  }

  /**
   * What was answered.
   *
   * @param location where to ask for the outcome of what is not done yet; null where it is
   */
  private record Answered(String text, @Nullable String location) {}

  private Answered send(HttpMethod method, String url, @Nullable Obj body) {
    HttpRequest request = new HttpRequest(method, url);
    request.setHeader(HttpHeaderName.ACCEPT, "application/json");
    if (body != null) {
      request.setHeader(HttpHeaderName.CONTENT_TYPE, "application/json");
      request.setBody(JsonWriter.compact(body));
    }
    try (HttpResponse response = pipeline.sendSync(request, Context.NONE)) {
      String text = response.getBodyAsBinaryData() == null ? "" : text(response);
      int status = response.getStatusCode();
      if (status >= 300) {
        throw refusal(response, text);
      }
      if (status != ACCEPTED) {
        return new Answered(status == NO_CONTENT ? "" : text, null);
      }
      String location = response.getHeaderValue(HttpHeaderName.LOCATION);
      // An outcome that is not there yet may leave out where it will be: at the same place.
      return new Answered(text, location == null && method == HttpMethod.GET ? url : location);
    }
  }

  private static String text(HttpResponse response) {
    return Objects.requireNonNullElse(response.getBodyAsBinaryData().toString(), "");
  }

  private static Obj object(String text) {
    if (JsonReader.read(text) instanceof Obj object) {
      return object;
    }
    throw new IllegalStateException("the answer is no JSON object");
  }

  /** An error has its code in the body, in a header, or nowhere. */
  private static ArmException refusal(HttpResponse response, String text) {
    Value error = Value.NULL;
    try {
      error = JsonReader.read(text) instanceof Obj body ? body.get("error") : Value.NULL;
    } catch (RuntimeException e) {
      // no JSON: some gateway's page
    }
    Obj said = error instanceof Obj object ? object : Obj.EMPTY;
    int status = response.getStatusCode();
    String code =
        said.get("code") instanceof Value.Text known
            ? known.value()
            : Objects.requireNonNullElse(response.getHeaderValue(ERROR_CODE), "HTTP " + status);
    String message =
        said.get("message") instanceof Value.Text known ? known.value() : "no reason given";
    return new ArmException(status, code, message);
  }
}
