package io.plumbline.report;

import io.plumbline.drift.Author;
import io.plumbline.value.Value;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Who made a finding true, in JSON and back; null where nobody asked. */
final class AuthorJson {
  private AuthorJson() {}

  static Value value(@Nullable Author author) {
    return switch (author) {
      case null -> Value.NULL;
      case Author.Known known ->
          DriftJson.members(
              "principal", Value.text(known.principal()),
              "call", Value.text(known.call()),
              "time", Value.text(known.time().toString()),
              "event", Value.text(known.event()),
              "calls", Value.whole(known.calls()),
              "reason", Value.NULL);
      case Author.Unknown unknown ->
          DriftJson.members(
              "principal", Value.NULL,
              "call", Value.NULL,
              "time", Value.NULL,
              "event", Value.NULL,
              "calls", Value.NULL,
              "reason", Value.text(unknown.reason()));
    };
  }

  static Author read(JsonMembers from) {
    String reason = from.textOrNull("reason");
    if (reason == null) {
      return new Author.Known(
          from.text("principal"),
          from.text("call"),
          Instant.parse(from.text("time")),
          from.text("event"),
          from.whole("calls"));
    }
    for (String other : new String[] {"principal", "call", "time", "event", "calls"}) {
      from.skip(other);
    }
    return new Author.Unknown(reason);
  }
}
