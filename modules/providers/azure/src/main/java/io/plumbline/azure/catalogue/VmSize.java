package io.plumbline.azure.catalogue;

import io.plumbline.model.Gpu;
import io.plumbline.unit.DataSize;
import io.plumbline.unit.Price;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A size of Azure's virtual machines with accelerators.
 *
 * @param gpus how many a machine has; below 1, a part of one
 * @param gpuMemoryGb of each, in GB as its maker says
 * @param memory of the whole machine
 * @param diskGib local disks in all, in GiB
 * @param networkGbps of the fabric where there is one, else of the front end, in Gbit/s
 * @param fabricInterfaces how many InfiniBand adapters it has; 0 for none
 * @param price list price on demand; null where none is known
 * @param spotOffered whether spare capacity is sold
 * @param evictedPerHour of the spot machines, how many in a hundred are taken back within an hour,
 *     as Azure tells it; null where it is not known. AWS tells a month's: the two are never
 *     compared
 * @param sources ids of the sources of the figures, as the catalogue's file names them
 */
public record VmSize(
    String name,
    Gpu gpu,
    BigDecimal gpus,
    int gpuMemoryGb,
    int vcpus,
    DataSize memory,
    int diskGib,
    BigDecimal networkGbps,
    int fabricInterfaces,
    @Nullable ListPrice price,
    boolean spotOffered,
    @Nullable BigDecimal evictedPerHour,
    String sources) {

  /** A list price of one location on one day. */
  public record ListPrice(Price price, String location, LocalDate date) {}

  /** Whether it has exactly so many of these. */
  boolean has(int count, Gpu model) {
    return gpu == model && gpus.compareTo(BigDecimal.valueOf(count)) == 0;
  }
}
