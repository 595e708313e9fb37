package io.plumbline.aws.catalogue;

import io.plumbline.model.AnyPool;
import io.plumbline.model.CapacityReservation;
import io.plumbline.model.ExistingCapacityBlock;
import io.plumbline.model.ExistingCapacityReservation;
import io.plumbline.model.Gpu;
import io.plumbline.model.Machine;
import io.plumbline.model.Purchase;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The instance types of AWS that have accelerators, in alphabetical order. Read from a small file
 * when first asked for.
 *
 * <p>Where a pool asks for accelerators and several types have exactly those: on demand it gets the
 * cheapest type alone, since nobody wants to pay eight times as much for more processors by
 * accident; as spot it gets all of them, the cheapest first, since spare capacity is found by not
 * being choosy, and every type's price is capped alike.
 */
public final class Catalogue {
  private final Map<String, InstanceType> types;

  Catalogue(List<InstanceType> rows) {
    Map<String, InstanceType> byName = new LinkedHashMap<>();
    rows.forEach(row -> byName.put(row.name(), row));
    types = Collections.unmodifiableMap(byName);
  }

  /** The one that comes with this version. */
  public static Catalogue builtIn() {
    return BuiltIn.CATALOGUE;
  }

  /** All types. */
  public Collection<InstanceType> types() {
    return types.values();
  }

  /** The type of this name; null where there is none. */
  public @Nullable InstanceType find(String name) {
    return types.get(name);
  }

  /**
   * Types with exactly so many of these accelerators, the cheapest first, those without a list
   * price last.
   */
  public List<InstanceType> with(int gpus, Gpu gpu) {
    return types.values().stream()
        .filter(t -> t.gpus() == gpus && t.gpu() == gpu)
        .sorted(Comparator.comparing(Catalogue::cost).thenComparing(InstanceType::name))
        .toList();
  }

  /**
   * Names of the types that a pool's nodes can be, the preferred one first; empty where AWS has
   * nothing that fits.
   */
  public List<String> candidates(Machine machine, Purchase purchase) {
    return switch (machine) {
      case Machine.OfTypes named -> named.types();
      case Machine.WithGpus wanted -> {
        List<InstanceType> fitting = with(wanted.perNode(), wanted.model());
        yield switch (purchase) {
          case Purchase.OnDemand onDemand -> names(fitting, InstanceType::onDemandOffered, 1);
          case Purchase.Spot spot -> names(fitting, InstanceType::spotOffered, fitting.size());
        };
      }
    };
  }

  /**
   * The same for a pool. What is kept decides as well: in a reservation of ours a pool gets the
   * type that is reserved, in a block whatever is sold in blocks.
   */
  public List<String> candidates(AnyPool pool) {
    Machine machine = Objects.requireNonNull(pool.machine(), "validated");
    if (machine instanceof Machine.WithGpus wanted && pool.reservation() != null) {
      List<InstanceType> fitting = with(wanted.perNode(), wanted.model());
      switch (pool.reservation()) {
        case CapacityReservation ours -> {
          return names(fitting, type -> type.name().equals(ours.instanceType()), 1);
        }
        case ExistingCapacityBlock block -> {
          return names(fitting, InstanceType::capacityBlock, 1);
        }
        case ExistingCapacityReservation there -> {
          return candidates(machine, pool.purchase());
        }
      }
    }
    return candidates(machine, pool.purchase());
  }

  private static List<String> names(
      List<InstanceType> types, Predicate<InstanceType> offered, int most) {
    List<String> names = new ArrayList<>();
    types.stream().filter(offered).limit(most).forEach(type -> names.add(type.name()));
    return names;
  }

  private static BigDecimal cost(InstanceType type) {
    return type.price() == null
        ? BigDecimal.valueOf(Long.MAX_VALUE)
        : type.price().price().usdPerHour();
  }

  /** Read when first used. */
  private static final class BuiltIn {
    static final Catalogue CATALOGUE = new Catalogue(CatalogueFile.read());
  }
}
