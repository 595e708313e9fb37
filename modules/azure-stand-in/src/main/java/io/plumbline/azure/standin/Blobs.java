package io.plumbline.azure.standin;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Blobs of one storage account, as far as state needs them: block blobs that are put whole, read,
 * deleted and listed, each on conditions. Source: REST reference of Blob service, Put Blob, Get
 * Blob, Delete Blob, List Blobs and "Specify conditional headers", read 2026-11. Safe for several
 * threads.
 */
public final class Blobs {
  /** The name of the account. */
  public static final String ACCOUNT = "plumblinestate";

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.RFC_1123_DATE_TIME.withZone(ZoneOffset.UTC);

  private final Map<String, SortedMap<String, Blob>> containers = new LinkedHashMap<>();
  private final int pageSize;
  private int versions;

  Blobs(int pageSize) {
    this.pageSize = pageSize;
  }

  /** Names of all that stands in a container. */
  public synchronized List<String> names(String container) {
    return List.copyOf(containers.getOrDefault(container, Collections.emptySortedMap()).keySet());
  }

  /**
   * What stands there.
   *
   * @param content a character for each byte
   */
  private record Blob(String content, String version, String changed) {}

  /** Somebody makes a container. */
  public synchronized void make(String container) {
    containers.put(container, new TreeMap<>());
  }

  /**
   * What is answered.
   *
   * @param body a character for each byte
   */
  private record Said(int status, String body, Map<String, String> headers) {
    static Said nothing(int status, Map<String, String> headers) {
      return new Said(status, "", headers);
    }

    static Said refused(int status, String code) {
      String body =
          "<?xml version=\"1.0\" encoding=\"utf-8\"?><Error><Code>"
              + code
              + "</Code><Message>"
              + code
              + "</Message></Error>";
      return new Said(
          status, body, Map.of("x-ms-error-code", code, "Content-Type", "application/xml"));
    }
  }

  void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body =
          new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1);
      Said said = answer(exchange, body);
      said.headers().forEach(exchange.getResponseHeaders()::set);
      exchange.getResponseHeaders().set("x-ms-request-id", "stand-in");
      exchange.getResponseHeaders().set("x-ms-version", "2026-02-06");
      boolean empty = said.body().isEmpty() || exchange.getRequestMethod().equals("HEAD");
      exchange.sendResponseHeaders(said.status(), empty ? -1 : said.body().length());
      if (!empty) {
        try (OutputStream out = exchange.getResponseBody()) {
          out.write(said.body().getBytes(StandardCharsets.ISO_8859_1));
        }
      }
    }
  }

  private synchronized Said answer(HttpExchange exchange, String body) {
    Headers headers = exchange.getRequestHeaders();
    if (headers.getFirst("Authorization") == null) {
      return Said.refused(401, "NoAuthenticationInformation");
    }
    if (headers.getFirst("x-ms-version") == null) {
      return Said.refused(400, "MissingRequiredHeader");
    }
    String path = exchange.getRequestURI().getRawPath().substring(ACCOUNT.length() + 2);
    int slash = path.indexOf('/');
    SortedMap<String, Blob> container =
        containers.get(decoded(slash < 0 ? path : path.substring(0, slash)));
    if (container == null) {
      return Said.refused(404, "ContainerNotFound");
    }
    Map<String, String> query = query(exchange);
    if (slash < 0) {
      return exchange.getRequestMethod().equals("GET") && "list".equals(query.get("comp"))
          ? list(container, query)
          : Said.refused(400, "UnsupportedQueryParameter");
    }
    if (!query.isEmpty() && !query.keySet().equals(Set.of("timeout"))) {
      return Said.refused(400, "UnsupportedQueryParameter");
    }
    String name = decoded(path.substring(slash + 1));
    Said refused = refused(headers, container.get(name), exchange.getRequestMethod());
    if (refused != null) {
      return refused;
    }
    return switch (exchange.getRequestMethod()) {
      case "GET", "HEAD" -> read(container, name, headers);
      case "PUT" -> put(container, name, headers, body);
      case "DELETE" -> {
        container.remove(name);
        yield Said.nothing(202, Map.of());
      }
      default -> Said.refused(405, "UnsupportedHttpVerb");
    };
  }

  /** Where a condition does not hold, or nothing is there to read or delete. */
  private static @Nullable Said refused(Headers headers, @Nullable Blob there, String method) {
    String match = headers.getFirst("If-Match");
    String none = headers.getFirst("If-None-Match");
    if (there == null) {
      return !method.equals("PUT")
          ? Said.refused(404, "BlobNotFound")
          : match == null ? null : Said.refused(412, "ConditionNotMet");
    }
    if (match != null && !match.equals("*") && !match.equals(there.version())) {
      return Said.refused(412, "ConditionNotMet");
    }
    if (none != null && (none.equals("*") || none.equals(there.version()))) {
      return method.equals("PUT")
          ? Said.refused(409, "BlobAlreadyExists")
          : Said.refused(304, "ConditionNotMet");
    }
    return null;
  }

  private Said put(SortedMap<String, Blob> container, String name, Headers headers, String body) {
    if (!"BlockBlob".equals(headers.getFirst("x-ms-blob-type"))) {
      return Said.refused(400, "InvalidHeaderValue");
    }
    Blob blob = new Blob(body, "\"0x" + Integer.toHexString(++versions) + "\"", now());
    container.put(name, blob);
    return Said.nothing(201, described(blob));
  }

  private static Said read(SortedMap<String, Blob> container, String name, Headers headers) {
    Blob blob = container.get(name);
    if (blob == null || headers.getFirst("x-ms-range") != null) {
      return Said.refused(400, "UnsupportedHeader");
    }
    Map<String, String> said = new LinkedHashMap<>(described(blob));
    said.put("Content-Type", "application/octet-stream");
    said.put("x-ms-blob-type", "BlockBlob");
    return new Said(200, blob.content(), said);
  }

  private static Map<String, String> described(Blob blob) {
    return Map.of("ETag", blob.version(), "Last-Modified", blob.changed());
  }

  private Said list(SortedMap<String, Blob> container, Map<String, String> query) {
    String prefix = query.getOrDefault("prefix", "");
    String marker = query.getOrDefault("marker", "");
    List<Map.Entry<String, Blob>> all =
        container.entrySet().stream()
            .filter(each -> each.getKey().startsWith(prefix))
            .filter(each -> each.getKey().compareTo(marker) >= 0)
            .toList();
    StringBuilder xml =
        new StringBuilder("<?xml version=\"1.0\" encoding=\"utf-8\"?><EnumerationResults><Blobs>");
    for (Map.Entry<String, Blob> each : all.subList(0, Math.min(pageSize, all.size()))) {
      xml.append("<Blob><Name>")
          .append(escaped(each.getKey()))
          .append("</Name><Properties><Last-Modified>")
          .append(each.getValue().changed())
          .append("</Last-Modified><Etag>")
          .append(escaped(each.getValue().version()))
          .append("</Etag><Content-Length>")
          .append(each.getValue().content().length())
          .append("</Content-Length><BlobType>BlockBlob</BlobType></Properties></Blob>");
    }
    String next = all.size() > pageSize ? all.get(pageSize).getKey() : "";
    xml.append("</Blobs><NextMarker>").append(escaped(next)).append("</NextMarker>");
    xml.append("</EnumerationResults>");
    return new Said(
        200,
        new String(xml.toString().getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1),
        Map.of("Content-Type", "application/xml"));
  }

  private static Map<String, String> query(HttpExchange exchange) {
    Map<String, String> query = new LinkedHashMap<>();
    String raw = exchange.getRequestURI().getRawQuery();
    for (String each : raw == null ? new String[0] : raw.split("&", -1)) {
      int equals = each.indexOf('=');
      query.put(decoded(each.substring(0, equals)), decoded(each.substring(equals + 1)));
    }
    return query;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static String now() {
    return DATE.format(Instant.now());
  }
}
