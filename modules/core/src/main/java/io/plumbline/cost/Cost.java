package io.plumbline.cost;

import io.plumbline.graph.Resource;
import io.plumbline.kind.ResourceKind;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the resources of a graph cost while they stand. What has no price is named, and is no part
 * of the sum: nothing is counted as free in silence.
 */
public record Cost(List<Priced> priced, List<Unpriced> unpriced) {
  public static final Cost NONE = new Cost(List.of(), List.of());

  public Cost {
    priced = List.copyOf(priced);
    unpriced = List.copyOf(unpriced);
  }

  /**
   * A resource with a price.
   *
   * @param terms what is paid for: {@code "4 x p5.48xlarge, on demand"}
   * @param list where the price stands; null where the design itself caps it
   */
  public record Priced(String address, String terms, Hourly perHour, @Nullable PriceList list) {}

  /**
   * A price list.
   *
   * @param region whose prices they are; they may differ in others
   */
  public record PriceList(String source, String region, LocalDate date) {}

  /**
   * A resource that costs something, or may, and whose price is not known.
   *
   * @param nodes how many compute nodes at most it stands for: by far the most of what is missing
   */
  public record Unpriced(String address, String kind, String reason, long nodes) {
    private static final String UNKNOWN = "no list price is known here";

    public Unpriced(String address, String kind, String reason) {
      this(address, kind, reason, 0);
    }

    /** What is said of a resource whose price nobody has; nothing where its kind is free. */
    public static Optional<Unpriced> unlessFree(Resource resource) {
      ResourceKind kind = resource.kind();
      String by = kind.charged();
      return kind.isFree()
          ? Optional.empty()
          : Optional.of(
              new Unpriced(
                  resource.address(), kind.id(), by == null ? UNKNOWN : by + "; " + UNKNOWN));
    }
  }

  /** All that has a price, together. */
  public Hourly perHour() {
    return priced.stream().map(Priced::perHour).reduce(Hourly.NOTHING, Hourly::plus);
  }

  /** How many compute nodes at most are in no sum, since nobody knows their price. */
  public long unpricedNodes() {
    return unpriced.stream().mapToLong(Unpriced::nodes).sum();
  }

  /** The lists that prices come from, each once. */
  public List<PriceList> lists() {
    return priced.stream().map(Priced::list).filter(list -> list != null).distinct().toList();
  }
}
