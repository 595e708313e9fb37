package io.plumbline.azure.standin;

import io.plumbline.value.JsonReader;
import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Fills in what Azure documents that it fills in where a body says nothing. */
final class Defaults {
  private static final List<Default> ALL = read();

  private Defaults() {}

  /** One value of one type; {@code source} says where it is documented. */
  record Default(String type, String path, Value value, String source) {}

  private static List<Default> read() {
    InputStream stream = Defaults.class.getResourceAsStream("defaults.tsv");
    if (stream == null) {
      throw new IllegalStateException("defaults.tsv is not in the jar");
    }
    List<Default> all = new ArrayList<>();
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      lines
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t", -1))
          .forEach(c -> all.add(new Default(c[0], c[1], JsonReader.read(c[2]), c[3])));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return List.copyOf(all);
  }

  static List<Default> all() {
    return ALL;
  }

  static Obj fill(String type, Obj document) {
    Obj filled = document;
    for (Default each : ALL) {
      if (each.type.equalsIgnoreCase(type)) {
        filled =
            Docs.change(
                filled, each.path, there -> there instanceof Value.Null ? each.value : there);
      }
    }
    return filled;
  }
}
