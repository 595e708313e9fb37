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
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Documents of Azure Resource Manager as they are. The SDK's typed models leave out members that
 * they do not know; what is compared must not be cut to what one version of a model has.
 */
public final class ArmRest {
  private static final HttpHeaderName ERROR_CODE = HttpHeaderName.fromString("x-ms-error-code");
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
    return object(send(HttpMethod.GET, endpoint + path, null));
  }

  /** What is answered to a document that asks. */
  public Obj post(String path, Obj body) {
    return object(send(HttpMethod.POST, endpoint + path, body));
  }

  /** Has a thing deleted; what takes its time may go on after this. */
  public void delete(String path) {
    send(HttpMethod.DELETE, endpoint + path, null);
  }

  /** Hands over every item of a list, page by page. */
  public void list(String path, Consumer<Obj> items) {
    String url = endpoint + path;
    while (url != null) {
      Obj page = object(send(HttpMethod.GET, url, null));
      if (!(page.get("value") instanceof Sequence sequence)) {
        throw new IllegalStateException("the answer is not whole: no value stands in it");
      }
      sequence.items().forEach(item -> items.accept((Obj) item));
      url = page.get("nextLink") instanceof Value.Text next ? here(next.value()) : null;
    }
  }

  /** The next page is asked for with our credentials: by nobody but who gave this one. */
  private @Nullable String here(String next) {
    if (next.isEmpty()) {
      return null;
    }
    if (!next.startsWith(endpoint + "/")) {
      throw new IllegalStateException("the next page is said to be elsewhere: " + next);
    }
    return next;
  }

  private String send(HttpMethod method, String url, @Nullable Obj body) {
    HttpRequest request = new HttpRequest(method, url);
    request.setHeader(HttpHeaderName.ACCEPT, "application/json");
    if (body != null) {
      request.setHeader(HttpHeaderName.CONTENT_TYPE, "application/json");
      request.setBody(JsonWriter.compact(body));
    }
    try (HttpResponse response = pipeline.sendSync(request, Context.NONE)) {
      String text = response.getBodyAsBinaryData() == null ? "" : text(response);
      if (response.getStatusCode() >= 300) {
        throw refusal(response, text);
      }
      return response.getStatusCode() == NO_CONTENT ? "" : text;
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
