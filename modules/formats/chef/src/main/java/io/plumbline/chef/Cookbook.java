package io.plumbline.chef;

import io.plumbline.spi.Format.Artefact;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The cookbook, which is the same for everybody: what differs stands in attributes. */
final class Cookbook {
  static final String NAME = "plumbline_base";
  static final String FOLDER = "cookbooks/" + NAME + "/";

  private static final List<String> FILES =
      List.of(
          "metadata.rb",
          "recipes/accounts.rb",
          "recipes/default.rb",
          "recipes/files.rb",
          "recipes/mounts.rb",
          "recipes/packages.rb",
          "recipes/services.rb",
          "recipes/sysctls.rb");

  private Cookbook() {}

  static Map<String, Artefact> all() {
    Map<String, Artefact> files = new LinkedHashMap<>();
    FILES.forEach(name -> files.put(FOLDER + name, out -> out.append(text(name))));
    return files;
  }

  private static String text(String name) {
    try (InputStream file = Cookbook.class.getResourceAsStream("cookbook/" + name)) {
      return new String(Objects.requireNonNull(file, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
