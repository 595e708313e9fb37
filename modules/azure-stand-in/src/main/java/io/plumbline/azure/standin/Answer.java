package io.plumbline.azure.standin;

import io.plumbline.value.Value.Obj;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is answered; without a body where there is nothing to say. */
record Answer(int status, @Nullable Obj body, Map<String, String> headers) {
  static Answer ok(Obj body) {
    return new Answer(200, body, Map.of());
  }

  static Answer of(Refusal refusal) {
    return new Answer(refusal.status(), refusal.body(), Map.of("x-ms-error-code", refusal.code()));
  }
}
