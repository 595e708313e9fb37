package io.plumbline.yaml;

import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/**
 * Reads a YAML 1.2 document as people write it: {@code yes} is text, {@code 3} a number. Constructs
 * nothing but plain data, refuses what could be meant in two ways, and bounds what a hostile file
 * can cost.
 */
public final class YamlDocument {
  private static final int LONGEST = 1 << 20;
  private static final int MOST_ALIASES = 50;

  private YamlDocument() {}

  /**
   * The root of the one document that {@code text} holds; an empty text is a null scalar.
   *
   * @param file named in errors
   * @throws YamlException with line and column, if the text is not one safe YAML document
   */
  public static YamlNode read(String text, String file) {
    if (text.codePointCount(0, text.length()) > LONGEST) {
      throw new YamlException(file, 1, 1, "longer than " + LONGEST + " characters");
    }
    try {
      return new YamlTree(file).root(new Compose(settings(file)).composeString(text));
    } catch (MarkedYamlEngineException e) {
      Mark mark = e.getProblemMark().or(e::getContextMark).orElse(null);
      int line = mark == null ? 1 : mark.getLine() + 1;
      int column = mark == null ? 1 : mark.getColumn() + 1;
      throw new YamlException(file, line, column, problem(e));
    } catch (YamlEngineException e) {
      throw new YamlException(file, 1, 1, String.valueOf(e.getMessage()));
    } catch (StackOverflowError e) {
      throw new YamlException(file, 1, 1, "nested too deeply");
    }
  }

  private static LoadSettings settings(String file) {
    return LoadSettings.builder()
        .setLabel(file)
        .setSchema(new CoreSchema())
        .setMaxAliasesForCollections(MOST_ALIASES)
        .setAllowNonScalarKeys(true) // refused later, with the place
        .setCodePointLimit(LONGEST)
        .build();
  }

  private static String problem(MarkedYamlEngineException e) {
    String context = e.getContext();
    return context == null || context.isBlank() ? e.getProblem() : context + ", " + e.getProblem();
  }
}
