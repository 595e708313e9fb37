package io.plumbline.config;

import io.plumbline.config.ParameterType.Field;
import io.plumbline.config.ParameterType.Place;
import io.plumbline.config.ParameterType.Presence;
import io.plumbline.value.Value;
import io.plumbline.yaml.YamlNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a CSV file (RFC 4180) as if they stood in YAML: by the names in the first row. A cell has
 * no line end, so that each line is read by itself, and one that cannot be read keeps nobody from
 * the others. Empty lines and those that begin with {@code #} are passed over.
 */
final class CsvRows {
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setTrim(true).setIgnoreSurroundingSpaces(true).get();

  private static final List<Field> COLUMNS =
      InventoryRow.TYPE.fields().stream().filter(f -> !(f.type() instanceof Place)).toList();

  private final Problems problems;

  private CsvRows(Problems problems) {
    this.problems = problems;
  }

  static List<YamlNode> read(Path file, Problems problems) {
    return new CsvRows(problems).rows(lines(file, problems));
  }

  private static List<String> lines(Path file, Problems problems) {
    try {
      List<String> lines = new ArrayList<>(Files.readAllLines(file));
      if (!lines.isEmpty() && lines.get(0).startsWith("\ufeff")) {
        lines.set(0, lines.get(0).substring(1)); // spreadsheets begin so
      }
      return lines;
    } catch (CharacterCodingException e) {
      problems.add(
          "PLB-INV-001", "not an inventory", "the file is not UTF-8", 1, "save it as UTF-8");
      return List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<YamlNode> rows(List<String> lines) {
    List<YamlNode> rows = new ArrayList<>();
    List<String> header = null;
    for (int line = 1; line <= lines.size(); line++) {
      String text = lines.get(line - 1);
      List<String> cells = text.isBlank() || text.startsWith("#") ? null : cells(text, line);
      if (cells != null && header == null) {
        header = cells;
        if (!isWhole(header, line)) {
          return List.of();
        }
      } else if (cells != null) {
        rows.add(row(header, cells, line));
      }
    }
    return rows;
  }

  private @Nullable List<String> cells(String text, int line) {
    try (CSVParser parser = CSVParser.parse(text, FORMAT)) {
      CSVRecord first = parser.iterator().next();
      return first.toList();
    } catch (IOException | UncheckedIOException | IllegalStateException e) {
      bad("got a row that is no CSV: " + e.getMessage(), line, "close what a quote opens");
      return null;
    }
  }

  private boolean isWhole(List<String> header, int line) {
    List<String> names = COLUMNS.stream().map(Field::name).toList();
    boolean whole = true;
    for (String name : header) {
      if (!names.contains(name)) {
        problems.unknownKey("", name, names, line, null);
        whole = false;
      }
    }
    for (Field column : COLUMNS) {
      if (column.presence() == Presence.REQUIRED && !header.contains(column.name())) {
        problems.missing("", column.name(), "a column of this name", line);
        whole = false;
      }
    }
    if (header.stream().distinct().count() < header.size()) {
      bad("got a column twice", line, "take one of them out");
      whole = false;
    }
    return whole;
  }

  private YamlNode row(@Nullable List<String> header, List<String> cells, int line) {
    List<String> names = header == null ? List.of() : header;
    if (cells.size() > names.size()) {
      bad(
          "got " + cells.size() + " cells; allowed are " + names.size() + ", as in the first row",
          line,
          "put a cell with a comma into quotes");
    }
    List<YamlNode.Member> members = new ArrayList<>();
    for (int i = 0; i < Math.min(names.size(), cells.size()); i++) {
      String cell = cells.get(i);
      if (!cell.isEmpty()) {
        YamlNode node = new YamlNode.Scalar(Value.text(cell), cell, false, line, 1);
        members.add(new YamlNode.Member(names.get(i), node, line, 1));
      }
    }
    return new YamlNode.Mapping(members, line, 1);
  }

  private void bad(String detail, int line, String fix) {
    problems.add("PLB-INV-003", "row cannot be read", detail, line, fix);
  }
}
