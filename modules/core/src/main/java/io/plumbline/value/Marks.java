package io.plumbline.value;

import io.plumbline.value.Value.Join;
import io.plumbline.value.Value.Text;
import java.util.ArrayList;
import java.util.List;

/**
 * Carries references through code that knows only strings (a JSON parser, a template engine): each
 * becomes a mark, and the marks become references again afterwards. The mark is a private-use
 * character that occurs in none of the texts.
 */
public final class Marks {
  private final char mark;
  private final List<Value> references = new ArrayList<>();

  /** Marks that are told apart from every text part of {@code sources}. */
  public Marks(List<? extends Value> sources) {
    char candidate = '\uE000';
    while (occurs(candidate, sources)) {
      candidate++;
    }
    mark = candidate;
  }

  private static boolean occurs(char c, List<? extends Value> sources) {
    return sources.stream()
        .flatMap(s -> parts(s).stream())
        .anyMatch(p -> p instanceof Text t && t.value().indexOf(c) >= 0);
  }

  /** The parts of text: of a {@link Join} its parts, of anything else itself. */
  public static List<Value> parts(Value value) {
    return value instanceof Join j ? j.parts() : List.of(value);
  }

  /** The text with each reference replaced by its mark. */
  public String marked(Value value) {
    StringBuilder out = new StringBuilder();
    for (Value part : parts(value)) {
      if (part instanceof Text t) {
        out.append(t.value());
      } else {
        out.append(mark).append(references.size()).append(mark);
        references.add(part);
      }
    }
    return out.toString();
  }

  /** Text with its marks turned back into references. */
  public Value unmarked(String text) {
    if (references.isEmpty() || text.indexOf(mark) < 0) {
      return new Text(text);
    }
    List<Value> parts = new ArrayList<>();
    int at = 0;
    for (int open; (open = text.indexOf(mark, at)) >= 0; ) {
      int close = text.indexOf(mark, open + 1);
      parts.add(new Text(text.substring(at, open)));
      parts.add(references.get(Integer.parseInt(text.substring(open + 1, close))));
      at = close + 1;
    }
    parts.add(new Text(text.substring(at)));
    return Value.join(parts);
  }
}
