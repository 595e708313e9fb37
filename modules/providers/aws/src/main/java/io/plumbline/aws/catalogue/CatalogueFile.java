package io.plumbline.aws.catalogue;

import io.plumbline.model.Gpu;
import io.plumbline.unit.DataSize;
import io.plumbline.unit.Price;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code instance-types.tsv}: a line for each type, columns by tabs, {@code -} for what is
 * not known.
 */
final class CatalogueFile {
  private static final String FILE = "/io/plumbline/aws/instance-types.tsv";

  private CatalogueFile() {}

  static List<InstanceType> read() {
    InputStream file = Objects.requireNonNull(CatalogueFile.class.getResourceAsStream(FILE), FILE);
    try (var lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
      Map<String, Gpu> gpus = new HashMap<>();
      for (Gpu gpu : Gpu.values()) {
        gpus.put(gpu.model(), gpu);
      }
      List<InstanceType> types = new ArrayList<>();
      for (String line; (line = lines.readLine()) != null; ) {
        if (!line.startsWith("#") && !line.startsWith("type\t")) {
          types.add(type(line.split("\t", -1), gpus));
        }
      }
      return types;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InstanceType type(String[] cells, Map<String, Gpu> gpus) {
    return new InstanceType(
        cells[0],
        Objects.requireNonNull(gpus.get(cells[1]), cells[1]),
        Integer.parseInt(cells[2]),
        gibibytes(cells[3]),
        Integer.parseInt(cells[4]),
        gibibytes(cells[5]),
        cells[6].equals("-") ? null : Integer.valueOf(cells[6]),
        new BigDecimal(cells[7]),
        Integer.parseInt(cells[8]),
        cells[9].equals("-") ? 1 : Integer.parseInt(cells[9]),
        price(cells),
        cells[13].equals("yes"),
        cells[14].equals("yes"),
        cells[15].equals("yes"),
        String.join(" ", cells[16], cells[17], cells[18]));
  }

  private static InstanceType.@Nullable ListPrice price(String[] cells) {
    return cells[10].equals("-")
        ? null
        : new InstanceType.ListPrice(
            Price.usdPerHour(cells[10]), cells[11], LocalDate.parse(cells[12]));
  }

  private static DataSize gibibytes(String text) {
    return DataSize.mib(
        new BigDecimal(text)
            .multiply(BigDecimal.valueOf(1024))
            .setScale(0, RoundingMode.HALF_UP)
            .longValueExact());
  }
}
