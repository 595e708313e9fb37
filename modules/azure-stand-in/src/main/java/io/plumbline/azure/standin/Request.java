package io.plumbline.azure.standin;

import io.plumbline.value.Value.Obj;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is asked.
 *
 * @param path without the query
 * @param base of the server, to lead on from
 */
record Request(String method, String path, Map<String, String> query, Obj body, String base) {
  @Nullable String version() {
    return query.get("api-version");
  }

  boolean is(String wanted) {
    return method.equals(wanted);
  }
}
