package io.plumbline.text;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sees to it that no value of a shell template stands inside quotes, a comment or a here-document,
 * where the quotes that it brings along would not hold. Reads the template as a shell would, as far
 * as quoting goes; directives of the template language count as nothing.
 */
final class ShellQuotes {
  private static final String VALUE = "[=";
  private static final Pattern HERE =
      Pattern.compile("<<-?\\s*(?:'([^']+)'|\"([^\"]+)\"|\\\\?([A-Za-z_]\\w*))");
  private static final Pattern ESCAPED_QUOTES =
      Pattern.compile("\\$'(?:[^'\\\\]|\\\\.)*'", Pattern.DOTALL);
  private static final Pattern DIRECTIVE =
      Pattern.compile("<#--.*?-->|</?[#@][^>]*>", Pattern.DOTALL);

  private final String template;
  private final String text;
  private final Deque<Character> open = new ArrayDeque<>();
  private final Deque<String> documents = new ArrayDeque<>();
  private Matcher match;
  private int at;

  private ShellQuotes(String template, String text) {
    this.template = template;
    this.text = text;
    match = HERE.matcher(text);
  }

  /**
   * Looks through one template.
   *
   * @throws io.plumbline.diagnostic.InvalidInputException if a value stands inside quotes
   */
  static void check(String template, String text) {
    new ShellQuotes(template, text).run();
  }

  private void run() {
    while (at < text.length()) {
      if (!directive() && !value()) {
        step(text.charAt(at));
      }
    }
  }

  private boolean matches(Pattern pattern) {
    match = pattern.matcher(text).region(at, text.length());
    return match.lookingAt();
  }

  private boolean directive() {
    if (text.charAt(at) != '<' || !matches(DIRECTIVE)) {
      return false;
    }
    at = match.end();
    return true;
  }

  private boolean value() {
    if (!text.startsWith(VALUE, at)) {
      return false;
    }
    if (top('"')) {
      throw problem("double quotes");
    }
    if (open.contains('`')) {
      throw problem("backticks");
    }
    if (inArithmetic()) {
      throw problem("arithmetic");
    }
    // Before a quote, either would change what the quote means.
    if (at > 0 && "$\\".indexOf(text.charAt(at - 1)) >= 0) {
      throw problem("the word that " + text.charAt(at - 1) + " begins");
    }
    int end = text.indexOf(']', at);
    at = end < 0 ? text.length() : end + 1;
    return true;
  }

  private boolean top(char kind) {
    return open.peek() != null && open.peek() == kind;
  }

  private void step(char c) {
    if (c == '\\') {
      at += text.startsWith(VALUE, at + 1) ? 1 : 2;
    } else if (c == '"' || c == '`') {
      toggle(c);
    } else if (text.startsWith("$(", at)) {
      open.push(')');
      at += 2;
    } else if (top('"')) {
      at++;
    } else {
      outside(c);
    }
  }

  private void toggle(char kind) {
    if (top(kind)) {
      open.pop();
    } else {
      open.push(kind);
    }
    at++;
  }

  private void outside(char c) {
    if (c == '$' && matches(ESCAPED_QUOTES)) {
      skip(match.end(), "single quotes");
    } else if (c == '\'') {
      int close = text.indexOf('\'', at + 1);
      skip(close < 0 ? text.length() : close + 1, "single quotes");
    } else if (c == '#' && startsWord()) {
      int end = text.indexOf('\n', at);
      skip(end < 0 ? text.length() : end, "a comment");
    } else if (c == '\n') {
      at++;
      hereDocuments();
    } else if (text.startsWith("<<<", at)) {
      at += 3;
    } else if (c == '<' && !inArithmetic() && matches(HERE)) {
      documents.add(match.group().replaceFirst("^<<-?\\s*\\\\?", "").replaceAll("['\"]", ""));
      at = match.end();
    } else {
      bracket(c);
    }
  }

  private void bracket(char c) {
    if (c == '(' && !open.isEmpty()) {
      open.push(')');
    } else if (c == ')' && !open.isEmpty()) {
      open.pop();
    }
    at++;
  }

  private boolean startsWord() {
    return at == 0 || " \t\n;|&()".indexOf(text.charAt(at - 1)) >= 0;
  }

  /** Whether {@code <<} shifts bits here: inside {@code ((}, on one line. */
  private boolean inArithmetic() {
    String line = text.substring(text.lastIndexOf('\n', at) + 1, at);
    return line.lastIndexOf("((") > line.lastIndexOf("))");
  }

  private void hereDocuments() {
    while (!documents.isEmpty()) {
      String end = documents.remove();
      Matcher last =
          Pattern.compile("^\\t*" + Pattern.quote(end) + "$", Pattern.MULTILINE).matcher(text);
      int until = last.find(at) ? last.end() : text.length();
      skip(until, "a here-document");
    }
  }

  private void skip(int until, String what) {
    int value = text.indexOf(VALUE, at);
    if (value >= 0 && value < until) {
      at = value;
      throw problem(what);
    }
    at = until;
  }

  private RuntimeException problem(String what) {
    int line = 1 + (int) text.substring(0, at).chars().filter(c -> c == '\n').count();
    int end = text.indexOf(']', at);
    return Problems.error(
        "PLB-TXT-005",
        "value inside quotes",
        "got " + text.substring(at, end < 0 ? text.length() : end + 1) + " inside " + what,
        Problems.source(template, line),
        "write it outside: a value brings its own quotes (NAME=[=name]), and \"$NAME\" can stand"
            + " anywhere after");
  }
}
