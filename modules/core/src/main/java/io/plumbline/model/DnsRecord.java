package io.plumbline.model;

import io.plumbline.graph.Band;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What is answered to whoever asks for a name. Several records share a name where each says how it
 * is chosen: one for each region of a fleet.
 *
 * @param zone where it stands; null where the stack does not say, which is reported
 * @param name in full, in lower case and without the last dot: {@code "api.example.com"}
 * @param answer null where the stack does not say, which is reported
 * @param ttl how long others may remember the answer; null where the stack does not say
 * @param alongside labels of other records of this name that somebody else answers for
 * @param healthCheck whether the answer is any good, as seen from the internet; null: nobody looks
 */
public record DnsRecord(
    Identity identity,
    @Nullable ExistingZone zone,
    String name,
    @Nullable Answer answer,
    @Nullable Duration ttl,
    Routing routing,
    List<String> alongside,
    @Nullable HealthCheck healthCheck)
    implements Component {
  public DnsRecord {
    name = normal(name);
    alongside = List.copyOf(alongside);
  }

  /** What is answered. */
  public sealed interface Answer {

    /** The addresses of a load balancer, whatever they are at the moment. */
    record Balancer(LoadBalancer balancer) implements Answer {}

    /**
     * What was written down.
     *
     * @param values addresses, one name, or texts as they are, without quotes
     */
    record Values(Type type, List<String> values) implements Answer {
      public Values {
        values = List.copyOf(values);
      }
    }

    /** What is asked for to get it. */
    default Type type() {
      return switch (this) {
        case Balancer balancer -> Type.A;
        case Values values -> values.type();
      };
    }
  }

  /** What can be asked of a name. */
  public enum Type {
    /** Addresses of IPv4. */
    A,
    /** Addresses of IPv6. */
    AAAA,
    /** Another name, to ask instead. */
    CNAME,
    /** Texts. */
    TXT
  }

  /** Of the records of one name, which one is answered. */
  public sealed interface Routing {

    /** There is but one. */
    record Alone() implements Routing {}

    /**
     * Each as often as its share of all weights.
     *
     * @param weight at first, where another controller moves it
     * @param band within which it is moved; null: it stays as it is
     */
    record Weighted(String label, int weight, @Nullable Band band) implements Routing {}

    /** The primary while it is well, then the secondary. */
    record Failover(String label, boolean primary) implements Routing {}

    /** The one whose region, which is its site's, is reached the quickest. */
    record Latency(String label) implements Routing {}

    /** What tells it from the others of its name; null for one that stands alone. */
    default @Nullable String label() {
      return switch (this) {
        case Alone alone -> null;
        case Weighted weighted -> weighted.label();
        case Failover failover -> failover.label();
        case Latency latency -> latency.label();
      };
    }
  }

  /**
   * Asks, from many places of the internet, whether the answer is any good.
   *
   * @param path what is asked for, {@code "/health"}; empty where connecting is enough
   * @param every between two requests of one place
   * @param failures so many in a row, and it counts as unwell
   */
  public record HealthCheck(
      Protocol protocol, int port, String path, Duration every, int failures) {
    /** How it asks. */
    public enum Protocol {
      HTTP,
      HTTPS,
      TCP
    }
  }

  /** A name as all of its spellings mean it. */
  static String normal(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
  }

  /** Whether both answer for one name in one zone, on whichever sites they are. */
  public boolean sharesNameWith(DnsRecord other) {
    return zone != null
        && other.zone != null
        && zone.isSameAs(other.zone)
        && name.equals(other.name);
  }

  /** Whether both answer the same question. */
  public boolean standsBeside(DnsRecord other) {
    return sharesNameWith(other)
        && answer != null
        && other.answer != null
        && answer.type() == other.answer.type();
  }

  @Override
  public List<Component> uses() {
    return new Uses()
        .and(zone)
        .and(answer instanceof Answer.Balancer to ? to.balancer() : null)
        .list();
  }

  @Override
  public String noun() {
    return "DNS record";
  }
}
