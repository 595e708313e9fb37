package io.plumbline.config;

import io.plumbline.config.ParameterType.ContentOf;
import io.plumbline.model.Inventory;
import io.plumbline.model.InventoryHost;
import io.plumbline.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads which machines are mounted: a file in CSV, as tables of machines mostly are, or in YAML.
 * All that is wrong with it is told at once, each with its line.
 */
final class InventoryFile {
  static final ContentOf TYPE = new ContentOf("an inventory", InventoryFile::read);

  private InventoryFile() {}

  private static @Nullable Inventory read(ProjectFile file, Problems problems) {
    Problems own = new Problems(file.name());
    Binder binder = new Binder(own, file.root());
    List<InventoryHost> hosts = new ArrayList<>();
    for (YamlNode row : rows(file, own)) {
      if (binder.bind(InventoryRow.TYPE, row, "") instanceof InventoryHost host) {
        hosts.add(host);
      }
    }
    InventoryTwins.check(hosts, own);
    problems.addAll(own);
    return own.isEmpty() ? new Inventory(file.name(), hosts) : null;
  }

  private static List<YamlNode> rows(ProjectFile file, Problems own) {
    String name = file.name().toLowerCase(Locale.ROOT);
    if (name.endsWith(".csv")) {
      return CsvRows.read(file.path(), own);
    } else if (!name.endsWith(".yaml") && !name.endsWith(".yml")) {
      own.add(
          "PLB-INV-001",
          "not an inventory",
          "got a file of another type; allowed are .csv, .yaml and .yml",
          1,
          "write one row for each machine: docs/guides/environments.md has an example");
      return List.of();
    }
    YamlNode root = YamlFile.tryToRead(file.root(), own);
    if (root instanceof YamlNode.Sequence sequence) {
      return sequence.items();
    } else if (root != null) {
      own.wrongType(
          "", "no list", "a list of machines", root.line(), "begin each with \"- name: \"");
    }
    return List.of();
  }
}
