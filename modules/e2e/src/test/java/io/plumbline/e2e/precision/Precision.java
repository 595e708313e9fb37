package io.plumbline.e2e.precision;

import io.plumbline.value.JsonWriter;
import io.plumbline.value.Value;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;

/**
 * The sum of what was left alone; kept in a file after each step, so that a long run can be cut.
 */
final class Precision {
  private final Path file;
  private final List<LeftAlone> all = new ArrayList<>();

  Precision(Path file) {
    this.file = file;
  }

  void add(LeftAlone one) {
    all.add(one);
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(file, JsonWriter.pretty(json()) + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<Value> findings() {
    List<Value> findings = new ArrayList<>();
    for (LeftAlone each : all) {
      each.findings()
          .forEach(
              finding ->
                  findings.add(
                      Value.object(
                          "seed", Value.whole(each.seed()),
                          "engine", Value.text(each.engine()),
                          "finding", finding)));
    }
    return findings;
  }

  long sum(ToLongFunction<LeftAlone> figure) {
    return all.stream().mapToLong(figure).sum();
  }

  /** Seeds whose second report was another one. */
  List<Long> unlike() {
    return all.stream().filter(each -> !each.identical()).map(LeftAlone::seed).toList();
  }

  private Value.Obj json() {
    long compared = sum(LeftAlone::compared);
    return Value.object(
        "cloudformation", Value.whole(designs("cloudformation")),
        "terraform", Value.whole(designs("terraform")),
        "resources", Value.whole(sum(LeftAlone::resources)),
        "compared", Value.whole(compared),
        "falseFindings", Value.whole(findings().size()),
        "falsePer100000",
            Value.text(
                String.format(Locale.ROOT, "%.2f", findings().size() * 100_000.0 / compared)),
        "unlikeSecondReports", Value.whole(unlike().size()),
        "findings", Value.list(findings()));
  }

  private long designs(String engine) {
    return sum(each -> each.engine().equals(engine) ? each.designs() : 0);
  }
}
