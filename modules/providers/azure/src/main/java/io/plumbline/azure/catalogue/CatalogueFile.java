package io.plumbline.azure.catalogue;

import static java.util.Objects.requireNonNull;

import io.plumbline.model.Gpu;
import io.plumbline.unit.DataSize;
import io.plumbline.unit.Price;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code vm-sizes.tsv}: a line for each size, columns by tabs, {@code -} for what is not
 * known.
 */
final class CatalogueFile {
  private static final String FILE = "/io/plumbline/azure/vm-sizes.tsv";

  private CatalogueFile() {}

  static List<VmSize> read() {
    InputStream file = requireNonNull(CatalogueFile.class.getResourceAsStream(FILE), FILE);
    try (var lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
      Map<String, Gpu> gpus = new HashMap<>();
      for (Gpu gpu : Gpu.values()) {
        gpus.put(gpu.model(), gpu);
      }
      return lines
          .lines()
          .filter(line -> !line.startsWith("#") && !line.startsWith("size\t"))
          .map(line -> size(line.split("\t", -1), gpus))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static VmSize size(String[] cells, Map<String, Gpu> gpus) {
    return new VmSize(
        cells[0],
        requireNonNull(gpus.get(cells[1]), cells[1]),
        new BigDecimal(cells[2]),
        Integer.parseInt(cells[3]),
        Integer.parseInt(cells[4]),
        DataSize.gib(Long.parseLong(cells[5])),
        Integer.parseInt(cells[6]),
        new BigDecimal(cells[7]),
        Integer.parseInt(cells[9]),
        price(cells),
        cells[15].equals("yes"),
        cells[16].equals("-") ? null : new BigDecimal(cells[16]),
        String.join(" ", cells[17], cells[18], cells[19]));
  }

  private static VmSize.@Nullable ListPrice price(String[] cells) {
    return cells[11].equals("-")
        ? null
        : new VmSize.ListPrice(Price.usdPerHour(cells[11]), cells[12], LocalDate.parse(cells[13]));
  }
}
