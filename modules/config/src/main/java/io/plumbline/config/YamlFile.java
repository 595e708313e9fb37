package io.plumbline.config;

import io.plumbline.yaml.YamlDocument;
import io.plumbline.yaml.YamlException;
import io.plumbline.yaml.YamlNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A file of the project in YAML. */
final class YamlFile {
  private YamlFile() {}

  /**
   * Reads the file that {@code problems} are about.
   *
   * @throws io.plumbline.diagnostic.InvalidInputException if it is no YAML
   */
  static YamlNode read(Path root, Problems problems) {
    YamlNode node = tryToRead(root, problems);
    if (node == null) {
      throw problems.exception();
    }
    return node;
  }

  /** The same; null where it is no YAML, which is reported. */
  static @Nullable YamlNode tryToRead(Path root, Problems problems) {
    try {
      return YamlDocument.read(Files.readString(root.resolve(problems.file())), problems.file());
    } catch (YamlException e) {
      String detail = "column " + e.column() + ": " + e.problem();
      problems.add("PLB-ENV-002", "not YAML", detail, e.source().line(), "mend the file");
    } catch (CharacterCodingException e) {
      problems.add("PLB-ENV-002", "not YAML", "the file is not UTF-8", 1, "save it as UTF-8");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return null;
  }
}
