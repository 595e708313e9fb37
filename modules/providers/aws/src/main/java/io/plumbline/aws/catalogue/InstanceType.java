package io.plumbline.aws.catalogue;

import io.plumbline.model.Gpu;
import io.plumbline.unit.DataSize;
import io.plumbline.unit.Price;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An instance type of AWS with accelerators.
 *
 * @param gpuMemory of each accelerator
 * @param memory of the whole node
 * @param nvmeGigabytes local disks in all, in GB as AWS prints it; null where it is not known
 * @param networkGbps all network cards together, in Gbit/s
 * @param efaInterfaces how many fabric adapters it takes; 0 for none
 * @param networkCards how many cards it has; where there are more than adapters, the first one has
 *     none
 * @param price list price on demand; null where none is known
 * @param onDemandOffered whether it can be had on demand, and not only in reserved blocks
 * @param spotOffered whether spare capacity is sold
 * @param sources ids of the sources of the figures, the price and the spot data, as the catalogue's
 *     file names them
 */
public record InstanceType(
    String name,
    Gpu gpu,
    int gpus,
    DataSize gpuMemory,
    int vcpus,
    DataSize memory,
    @Nullable Integer nvmeGigabytes,
    BigDecimal networkGbps,
    int efaInterfaces,
    int networkCards,
    @Nullable ListPrice price,
    boolean onDemandOffered,
    boolean spotOffered,
    boolean capacityBlock,
    String sources) {
  private static final String UNVERIFIED = "s6";

  /** Whether its figures stand in a document; where not, a zero says that nobody knows here. */
  public boolean isVerified() {
    return !sources.contains(UNVERIFIED);
  }

  /** A list price of one region on one day. */
  public record ListPrice(Price price, String region, LocalDate date) {}
}
