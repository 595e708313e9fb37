package io.plumbline.aws.capacity;

import io.plumbline.diagnostic.SourceLine;
import io.plumbline.graph.IdentityTags;
import io.plumbline.kind.Lens;
import io.plumbline.model.Target;
import io.plumbline.spi.LiveSource;
import io.plumbline.spi.LiveSource.Answer;
import io.plumbline.spi.LiveSource.Failure;
import io.plumbline.spi.Preflight;
import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * A quota of the account, against which a design's need is held beside what others use. What the
 * target itself has already counts once: it is part of the design.
 *
 * @param key service and code
 */
record AccountQuota(String key, String name) {
  private static final String QUOTA = "servicequotas:GetServiceQuota";

  /**
   * What a design needs.
   *
   * @param most whether it is the most that may come to be needed, else what is needed at least
   * @param things what is counted, with a space before it; empty where the quota's name says it
   */
  record Need(boolean most, long count, String things, String fix, @Nullable SourceLine line) {}

  /**
   * Whether there is room.
   *
   * @param there what there is of what the quota counts, the target's own included
   * @param counts how much one of these counts
   */
  Preflight compare(
      Need need, Target target, LiveSource source, Answer there, ToLongFunction<Obj> counts) {
    String subject = "quota \"" + name + "\" (" + key.replaceFirst(".*/", "") + ")";
    Answer answer = source.call(QUOTA, List.of(key));
    Failure failure = answer.failure(key) == null ? there.failure("") : answer.failure(key);
    BigDecimal limit = answer.items().isEmpty() ? null : number(answer.items().get(0).get("Value"));
    if (failure != null || limit == null) {
      String reason = failure == null ? QUOTA + ": no value was answered" : failure.toString();
      return Preflight.unreadable(subject, reason, need.line);
    }
    long used = there.items().stream().filter(each -> !isOf(target, each)).mapToLong(counts).sum();
    String detail =
        (need.most ? "at most " : "at least ")
            + (need.count + need.things + " are needed, " + used + " are used by others")
            + (", the quota is " + limit.stripTrailingZeros().toPlainString());
    return BigDecimal.valueOf(need.count + used).compareTo(limit) <= 0
        ? Preflight.enough(subject, detail, need.line)
        : Preflight.lacking(subject, detail, need.fix, need.line);
  }

  private static boolean isOf(Target target, Obj thing) {
    String tags = thing.has("Tags") ? "Tags" : "TagSet";
    return hasTag(thing, tags, IdentityTags.STACK, target.stack())
        && hasTag(thing, tags, IdentityTags.ENVIRONMENT, target.environment());
  }

  private static boolean hasTag(Obj thing, String tags, String key, String value) {
    return thing.get(tags) instanceof Value.Sequence all
        && all.items().stream()
            .anyMatch(
                tag ->
                    Lens.find(tag, List.of("Key")).equals(Value.text(key))
                        && Lens.find(tag, List.of("Value")).equals(Value.text(value)));
  }

  private static @Nullable BigDecimal number(Value value) {
    return switch (value) {
      case Value.Int whole -> BigDecimal.valueOf(whole.value());
      case Value.Decimal decimal -> decimal.value();
      default -> null;
    };
  }
}
