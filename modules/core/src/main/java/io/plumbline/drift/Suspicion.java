package io.plumbline.drift;

import io.plumbline.spi.AuditLog.Call;
import io.plumbline.spi.AuditLog.Effect;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which of some calls made a finding true. A call is accused only if it names the very thing and
 * can do what the finding tells of; of those that can, the likeliest: one that names the attribute,
 * then one whose name speaks of the kind, then the last.
 */
final class Suspicion {
  private static final int BY_EFFECT = 100;
  private static final int BY_ATTRIBUTE = 10;

  private final Trace trace;
  private final @Nullable Instant since;

  /**
   * Of one finding.
   *
   * @param since when it was last as described; null where that was never
   */
  Suspicion(Trace trace, @Nullable Instant since) {
    this.trace = trace;
    this.since = since;
  }

  /** The author; null where none of the calls can have done it. */
  Author.@Nullable Known among(List<Call> calls) {
    List<Call> able =
        calls.stream()
            .filter(each -> since == null || isOld() || !each.time().isBefore(since))
            .filter(each -> trace.isIn(each.names()) && weight(each) > 0)
            .toList();
    int most = able.stream().mapToInt(this::weight).max().orElse(0);
    List<Call> likeliest = able.stream().filter(each -> weight(each) == most).toList();
    Comparator<Call> byTime = Comparator.comparing(Call::time);
    return likeliest.stream()
        .max(isMaking(most) ? byTime.reversed() : byTime)
        .map(
            each ->
                new Author.Known(
                    each.principal(), each.name(), each.time(), each.id(), likeliest.size()))
        .orElse(null);
  }

  /** No deploy removes what is in no design: it may have been made long before the last one. */
  boolean isOld() {
    return trace.finding() instanceof Finding.Unmanaged
        || trace.finding() instanceof Finding.Duplicate;
  }

  /** What is there and should not be was made by the first call that could; others add to it. */
  private boolean isMaking(int weight) {
    return weight >= 2 * BY_EFFECT && isOld();
  }

  /** How likely a call did it; 0 where it cannot have. */
  private int weight(Call call) {
    int effect =
        call.effects().stream()
            .filter(each -> each != Effect.CHANGES || isAbout(call))
            .mapToInt(each -> wanted().getOrDefault(each, 0))
            .max()
            .orElse(0);
    int attribute = namesAttribute(call) ? BY_ATTRIBUTE : 0;
    return effect == 0 ? 0 : effect * BY_EFFECT + attribute + alike(call);
  }

  /** Much is named by calls that change something else: these must speak of it. */
  private boolean isAbout(Call call) {
    boolean ofTags = trace.finding() instanceof Finding.Changed changed && isOfTags(changed);
    return namesAttribute(call) || (!ofTags && 2 * alike(call) >= words().size());
  }

  private Map<Effect, Integer> wanted() {
    return switch (trace.finding()) {
      case Finding.Missing f -> Map.of(Effect.REMOVES, 2, Effect.CHANGES, 1);
      case Finding.Unmanaged f -> Map.of(Effect.MAKES, 2, Effect.TAGS, 1, Effect.CHANGES, 1);
      case Finding.Duplicate f -> Map.of(Effect.MAKES, 2, Effect.TAGS, 1, Effect.CHANGES, 1);
      case Finding.Changed f ->
          isOfTags(f) ? Map.of(Effect.TAGS, 2, Effect.CHANGES, 1) : Map.of(Effect.CHANGES, 2);
      case Finding.Undetermined f -> Map.of();
    };
  }

  private boolean isOfTags(Finding.Changed changed) {
    String tags = trace.kind().tags();
    return tags != null
        && (changed.attribute().equals(tags) || changed.attribute().startsWith(tags + "/"));
  }

  /** {@code tags/team} is named by a call that says {@code team}. */
  private boolean namesAttribute(Call call) {
    if (!(trace.finding() instanceof Finding.Changed changed)) {
      return false;
    }
    String[] path = changed.attribute().split("/", -1);
    String last = path[path.length - 1];
    return isOfTags(changed)
        ? call.names().contains(last)
        : List.of(path).stream()
            .anyMatch(each -> call.settings().contains(each.toLowerCase(Locale.ROOT)));
  }

  /** How many words of the kind's name the call's name has. */
  private int alike(Call call) {
    String name = call.name().toLowerCase(Locale.ROOT);
    return (int) words().stream().filter(name::contains).count();
  }

  private List<String> words() {
    return List.of(trace.kind().id().split("-", -1));
  }
}
