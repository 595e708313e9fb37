package io.plumbline.testkit.live;

import com.sun.net.httpserver.Headers;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A call to Azure Resource Manager. Its operation is the form of the question and the type, in
 * lower case: {@code graph microsoft.network/virtualnetworks}, {@code get …} by an id, {@code list
 * …} by a parent, {@code provider microsoft.network}, {@code list permissions}, {@code list
 * resources}.
 */
record AzureCall(String operation) implements SpoiltCall {
  private static final Pattern QUERIED = Pattern.compile("type =~ '([^']+)'");
  private static final Pattern PROVIDER = Pattern.compile("/subscriptions/[^/]+/providers/([^/]+)");
  private static final Pattern LAST = Pattern.compile(".*/providers/([^/]+)/(.+)");

  static AzureCall of(String method, URI uri, Headers headers, byte[] body) {
    String path = uri.getPath().toLowerCase(Locale.ROOT);
    if (path.startsWith("/providers/microsoft.resourcegraph/")) {
      Matcher type = QUERIED.matcher(new String(body, StandardCharsets.UTF_8));
      return new AzureCall("graph " + (type.find() ? type.group(1) : "unknown"));
    }
    Matcher provider = PROVIDER.matcher(path);
    if (provider.matches()) {
      return new AzureCall("provider " + provider.group(1));
    }
    Matcher last = LAST.matcher(path);
    if (!last.matches() || path.endsWith("/permissions")) {
      return new AzureCall("list " + path.substring(path.lastIndexOf('/') + 1));
    }
    String[] parts = last.group(2).split("/", -1);
    StringBuilder type = new StringBuilder(last.group(1));
    for (int i = 0; i < parts.length; i += 2) {
      type.append('/').append(parts[i]);
    }
    return new AzureCall((parts.length % 2 == 0 ? "get " : "list ") + type);
  }

  @Override
  public String contentType() {
    return "application/json";
  }

  @Override
  public String error(String code) {
    return "{\"error\":{\"code\":\"" + code + "\",\"message\":\"spoilt on purpose\"}}";
  }

  @Override
  public String emptyAnswer() {
    return "{}";
  }
}
