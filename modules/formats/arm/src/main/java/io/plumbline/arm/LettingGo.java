package io.plumbline.arm;

import com.azure.core.http.HttpMethod;
import com.azure.core.http.HttpPipelineCallContext;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.policy.HttpPipelineSyncPolicy;
import com.azure.core.util.BinaryData;
import io.plumbline.value.JsonReader;
import io.plumbline.value.JsonWriter;
import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Has deployment stacks let go of what cannot be deleted, where the rest is deleted; by default
 * they fail. The version of the API that the SDK's client for them speaks has no word for it, so
 * requests are moved to the one that has. What is asked once more is as it was. Source: REST
 * reference, Deployment Stacks 2025-07-01, {@code resourcesWithoutDeleteSupport}; read 2026-11.
 */
final class LettingGo extends HttpPipelineSyncPolicy {
  private static final String VERSION = "2025-07-01";
  private static final String IN_BODY = "resourcesWithoutDeleteSupport";
  private static final String IN_QUERY = "unmanageAction.ResourcesWithoutDeleteSupport=detach";
  private static final Pattern STACK =
      Pattern.compile("(?i)/providers/Microsoft\\.Resources/deploymentStacks/");
  private static final Pattern ASKED = Pattern.compile("api-version=[0-9-]+");

  @Override
  protected void beforeSendingRequest(HttpPipelineCallContext context) {
    change(context.getHttpRequest());
  }

  private static void change(HttpRequest request) {
    String url = request.getUrl().toString();
    if (!STACK.matcher(url).find()) {
      return;
    }
    String moved = ASKED.matcher(url).replaceFirst("api-version=" + VERSION);
    if (request.getHttpMethod() == HttpMethod.DELETE && !moved.contains(IN_QUERY)) {
      moved += "&" + IN_QUERY;
    }
    request.setUrl(moved);
    BinaryData body = request.getBodyAsBinaryData();
    if (request.getHttpMethod() == HttpMethod.PUT && body != null) {
      request.setBody(JsonWriter.compact(lettingGo((Obj) JsonReader.read(body.toString()))));
    }
  }

  private static Obj lettingGo(Obj stack) {
    Obj properties = (Obj) stack.get("properties");
    Obj action = (Obj) properties.get("actionOnUnmanage");
    return with(
        stack,
        "properties",
        with(properties, "actionOnUnmanage", with(action, IN_BODY, Value.text("detach"))));
  }

  private static Obj with(Obj object, String member, Value value) {
    Map<String, Value> members = new TreeMap<>(object.members());
    members.put(member, value);
    return new Obj(members);
  }
}
