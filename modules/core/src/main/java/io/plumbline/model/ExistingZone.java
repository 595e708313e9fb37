package io.plumbline.model;

import io.plumbline.value.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A domain of which the provider answers the names, and which is there already: names of ours are
 * put into it; the zone itself, and what others have in it, is never written.
 *
 * @param domain what all its names end in, in lower case and without the last dot: {@code
 *     "example.com"}
 * @param called the provider's id of it; null: it is looked up by its domain
 * @param internal whether it answers inside of networks alone
 */
public record ExistingZone(
    Identity identity, String domain, @Nullable String called, boolean internal)
    implements Component {
  public ExistingZone {
    domain = DnsRecord.normal(domain);
  }

  /** The provider's id of it, known once it was looked up. */
  public Value liveId() {
    return Value.ref(id(), "id");
  }

  /** Whether {@code name} is the domain or stands below it. */
  public boolean holds(String name) {
    return name.equals(domain) || name.endsWith("." + domain);
  }

  /**
   * Whether both are the same zone, whatever their ids in the stack: each site looks it up for
   * itself.
   */
  public boolean isSameAs(ExistingZone other) {
    return domain.equals(other.domain) && internal == other.internal;
  }

  @Override
  public List<Component> uses() {
    return List.of();
  }

  @Override
  public String noun() {
    return "existing zone";
  }
}
