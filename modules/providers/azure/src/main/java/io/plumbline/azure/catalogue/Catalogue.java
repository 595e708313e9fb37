package io.plumbline.azure.catalogue;

import static java.util.Objects.requireNonNull;

import io.plumbline.model.AnyPool;
import io.plumbline.model.CapacityReservation;
import io.plumbline.model.Machine;
import io.plumbline.model.Purchase;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The sizes of Azure that have accelerators, in alphabetical order. Read from a small file when
 * first asked for.
 *
 * <p>Where a pool asks for accelerators and several sizes have exactly those, it gets the cheapest:
 * a scale set mixes sizes of a few families alone, and none with accelerators.
 */
public final class Catalogue {
  private final Map<String, VmSize> sizes;

  Catalogue(List<VmSize> rows) {
    Map<String, VmSize> byName = new LinkedHashMap<>();
    rows.forEach(row -> byName.put(row.name(), row));
    sizes = Collections.unmodifiableMap(byName);
  }

  /** The one that comes with this version. */
  public static Catalogue builtIn() {
    return BuiltIn.CATALOGUE;
  }

  /** All sizes. */
  public Collection<VmSize> sizes() {
    return sizes.values();
  }

  /** The size of this name; null where there is none. */
  public @Nullable VmSize find(String name) {
    return sizes.get(name);
  }

  /**
   * Names of the sizes that a pool's nodes can be, the cheapest first; empty where Azure has
   * nothing that fits. In a reservation of ours it is the size that is reserved.
   */
  public List<String> candidates(AnyPool pool) {
    return switch (requireNonNull(pool.machine(), "validated")) {
      case Machine.OfTypes named -> named.types();
      case Machine.WithGpus wanted ->
          sizes.values().stream()
              .filter(size -> size.has(wanted.perNode(), wanted.model()))
              .filter(size -> isSold(size, pool))
              .sorted(Comparator.comparing(Catalogue::cost).thenComparing(VmSize::name))
              .map(VmSize::name)
              .toList();
    };
  }

  private static boolean isSold(VmSize size, AnyPool pool) {
    if (pool.reservation() instanceof CapacityReservation ours) {
      return size.name().equals(ours.instanceType());
    }
    return switch (pool.purchase()) {
      case Purchase.OnDemand onDemand -> true;
      case Purchase.Spot spot -> size.spotOffered();
    };
  }

  private static BigDecimal cost(VmSize size) {
    return size.price() == null
        ? BigDecimal.valueOf(Long.MAX_VALUE)
        : size.price().price().usdPerHour();
  }

  /** Read when first used. */
  private static final class BuiltIn {
    static final Catalogue CATALOGUE = new Catalogue(CatalogueFile.read());
  }
}
