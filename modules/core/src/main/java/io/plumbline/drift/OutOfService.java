package io.plumbline.drift;

import io.plumbline.diagnostic.SourceLine;
import io.plumbline.model.Target;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A node that somebody took out of service for a while: it is being repaired, or watched.
 *
 * @param node what the provider calls it, or a host's own name
 * @param site null for whichever has it
 * @param stack null for whichever has it
 * @param pool component or address of what counts it; null where its pool still lists it
 * @param reason why it is out of service
 * @param until the last day on which this holds
 * @param source where it is written
 */
public record OutOfService(
    String node,
    @Nullable String site,
    @Nullable String stack,
    @Nullable String pool,
    String reason,
    LocalDate until,
    @Nullable SourceLine source) {

  public boolean hasExpired(LocalDate today) {
    return today.isAfter(until);
  }

  boolean isAt(Target target) {
    return (site == null || site.equals(target.site().name()))
        && (stack == null || stack.equals(target.stack()));
  }

  boolean isOf(String address) {
    return pool != null && (address.equals(pool) || address.startsWith(pool + "/"));
  }
}
