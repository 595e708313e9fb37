package io.plumbline.live.aws;

import io.plumbline.spi.AuditLog.Call;
import io.plumbline.value.JsonReader;
import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import java.util.HashSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudtrail.model.Event;

/**
 * One record of CloudTrail, as far as it tells who did what to what (CloudTrail user guide, "Record
 * contents" and "userIdentity element", 2026-11). Access keys are left where they are.
 */
final class CloudTrailEvent {
  /** What is longer is a document, and names much that the call does nothing to. */
  private static final int LONGEST_NAME = 512;

  private final Obj record;

  private CloudTrailEvent(Obj record) {
    this.record = record;
  }

  /** The call; none where it only read, failed, or cannot be understood. */
  static Optional<Call> call(Event event) {
    try {
      return JsonReader.read(String.valueOf(event.cloudTrailEvent())) instanceof Obj record
          ? new CloudTrailEvent(record).call(event.eventId(), event)
          : Optional.empty();
    } catch (JsonReader.SyntaxException e) {
      return Optional.empty();
    }
  }

  private Optional<Call> call(String id, Event event) {
    boolean failed = record.has("errorCode") || record.get("readOnly").equals(Value.flag(true));
    String name = text(record, "eventName");
    if (failed || name == null || event.eventTime() == null) {
      return Optional.empty();
    }
    String source = String.valueOf(text(record, "eventSource"));
    Set<String> names = new HashSet<>();
    Set<String> settings = new HashSet<>();
    names(record.get("requestParameters"), names);
    names(record.get("responseElements"), names);
    names(record.get("resources"), names);
    event.resources().forEach(each -> names(Value.text(each.resourceName()), names));
    settings(record.get("requestParameters"), settings);
    return Optional.of(
        new Call(
            id,
            event.eventTime(),
            source.replace(".amazonaws.com", "") + ":" + name,
            principal(),
            CallEffects.of(name),
            names,
            settings));
  }

  /** The ARN, with the session's name in it; a service that has none by its own name. */
  private String principal() {
    Obj identity = object(record, "userIdentity");
    String arn = text(identity, "arn");
    String service = text(identity, "invokedBy");
    String who =
        Stream.of("arn", "invokedBy", "userName", "type")
            .map(member -> text(identity, member))
            .filter(Objects::nonNull)
            .findFirst()
            .orElse("nobody named");
    String source = text(object(identity, "sessionContext"), "sourceIdentity");
    return who
        + (source == null ? "" : ", source identity " + source)
        + (arn == null || service == null ? "" : ", by way of " + service);
  }

  private static void names(Value value, Set<String> names) {
    switch (value) {
      case Obj object -> object.members().values().forEach(each -> names(each, names));
      case Value.Sequence list -> list.items().forEach(each -> names(each, names));
      case Value.Text text -> name(text.value(), names);
      case Value.Int number -> names.add(Long.toString(number.value()));
      case Value.Bool flag -> {}
      case Value.Decimal number -> {}
      case Value.Null none -> {}
      case Value.Base64 none -> {}
      case Value.Digest none -> {}
      case Value.Join none -> {}
      case Value.Ref none -> {}
      case Value.Unknown none -> {}
    }
  }

  /** Of an ARN, and of a path, the last part too: requests say one or the other. */
  private static void name(String text, Set<String> names) {
    if (text.length() <= LONGEST_NAME) {
      names.add(text);
      if (text.startsWith("arn:") || text.startsWith("/")) {
        names.add(text.substring(text.lastIndexOf('/') + 1));
        names.add(text.substring(text.lastIndexOf(':') + 1));
      }
    }
  }

  private static void settings(Value value, Set<String> settings) {
    if (value instanceof Obj object) {
      object
          .members()
          .forEach(
              (name, member) -> {
                settings.add(name.toLowerCase(Locale.ROOT));
                settings(member, settings);
              });
    } else if (value instanceof Value.Sequence list) {
      list.items().forEach(each -> settings(each, settings));
    }
  }

  private static Obj object(Obj from, String member) {
    return from.get(member) instanceof Obj object ? object : Obj.EMPTY;
  }

  private static @Nullable String text(Obj from, String member) {
    return from.get(member) instanceof Value.Text text ? text.value() : null;
  }
}
