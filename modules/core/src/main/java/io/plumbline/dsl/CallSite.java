package io.plumbline.dsl;

import io.plumbline.diagnostic.SourceLine;
import java.lang.StackWalker.StackFrame;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where in the user's code something is asked for: the innermost line that is not ours, and the
 * lines that led there, down to the stack. Our classes are told by identity, not by package, so
 * that a user's own building blocks count as the user's.
 */
final class CallSite {
  private static final StackWalker WALKER =
      StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);
  private static final Set<Class<?>> OURS =
      Set.of(CallSite.class, Draft.class, Blueprint.class, SiteBlueprint.class, OtherStack.class);
  private static final SourceLine NOWHERE = new SourceLine("unknown", 1);

  private CallSite() {}

  /** The innermost line, with the others as its callers. */
  static SourceLine here(UnaryOperator<String> locate) {
    List<SourceLine> lines = WALKER.walk(frames -> linesOf(frames, locate));
    if (lines.isEmpty()) {
      return NOWHERE;
    }
    SourceLine innermost = lines.get(0);
    return new SourceLine(innermost.file(), innermost.line(), lines.subList(1, lines.size()));
  }

  /**
   * The innermost line of the user's code that an exception came through: of the sources that can
   * be located, or else of whatever is not ours; null where there is none.
   */
  static @Nullable SourceLine of(Throwable thrown, UnaryOperator<String> locate) {
    SourceLine innermost = null;
    for (StackTraceElement element : thrown.getStackTrace()) {
      String type = element.getClassName();
      if (!type.matches("(java|javax|jdk|sun|io\\.plumbline)\\..*")) {
        String file = element.getFileName();
        SourceLine found = line(type, file, element.getLineNumber(), locate);
        if (!found.equals(line(type, file, element.getLineNumber(), path -> path))) {
          return found;
        }
        innermost = innermost == null ? found : innermost;
      }
    }
    return innermost;
  }

  private static List<SourceLine> linesOf(Stream<StackFrame> frames, UnaryOperator<String> locate) {
    List<SourceLine> lines = new ArrayList<>();
    var each = frames.iterator();
    while (each.hasNext()) {
      StackFrame frame = each.next();
      if (isUsers(frame.getDeclaringClass())) {
        SourceLine next =
            line(frame.getClassName(), frame.getFileName(), frame.getLineNumber(), locate);
        // A lambda and the call that runs it often share a line.
        if (lines.isEmpty() || !lines.get(lines.size() - 1).equals(next)) {
          lines.add(next);
        }
      }
      if (isDescribe(frame)) {
        break;
      }
    }
    return lines;
  }

  private static boolean isUsers(Class<?> type) {
    return !OURS.contains(type) && type.getModule() != Object.class.getModule();
  }

  private static boolean isDescribe(StackFrame frame) {
    return frame.getMethodName().equals("describe")
        && Stack.class.isAssignableFrom(frame.getDeclaringClass());
  }

  private static SourceLine line(
      String type, @Nullable String file, int line, UnaryOperator<String> locate) {
    String folder = type.substring(0, type.lastIndexOf('.') + 1).replace('.', '/');
    return new SourceLine(
        locate.apply(folder + (file == null ? "unknown" : file)), Math.max(line, 1));
  }
}
