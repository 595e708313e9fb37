package io.plumbline.text;

import freemarker.core.InvalidReferenceException;
import freemarker.core.ParseException;
import freemarker.template.TemplateException;
import freemarker.template.TemplateNotFoundException;
import io.plumbline.diagnostic.Diagnostic;
import io.plumbline.diagnostic.Diagnostic.Severity;
import io.plumbline.diagnostic.InvalidInputException;
import io.plumbline.diagnostic.SourceLine;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Says what is wrong with a template in words for the person who wrote it. */
record Problems(String template, Collection<String> variables, TemplateFiles files) {

  InvalidInputException of(IOException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof InvalidInputException known) {
        return known;
      }
    }
    return switch (e) {
      case TemplateNotFoundException missing -> notFound(missing);
      case ParseException syntax -> syntax(syntax);
      default -> failed(String.valueOf(e.getMessage()), source(template, 1));
    };
  }

  InvalidInputException of(RuntimeException e) {
    return failed(String.valueOf(e.getMessage()), source(template, 1));
  }

  InvalidInputException of(TemplateException e) {
    SourceLine source = source(e.getTemplateSourceName(), e.getLineNumber());
    for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
      if (cause instanceof InvalidInputException known) {
        return known;
      }
      if (cause instanceof IOException io
          && (io instanceof TemplateNotFoundException || io instanceof ParseException)) {
        return of(io);
      }
    }
    if (e instanceof InvalidReferenceException) {
      return undefined(String.valueOf(e.getBlamedExpressionString()), source);
    }
    return failed(firstLine(e), source);
  }

  private InvalidInputException notFound(TemplateNotFoundException e) {
    return error(
        "PLB-TXT-001",
        "unknown template",
        "got \"" + nameOf(e.getTemplateName()) + "\"; there are " + listed(files.names()),
        e.getTemplateName().equals(template) ? null : source(template, 1),
        "name one of these, or put yours below templates/");
  }

  /** As a stack says it. */
  private static String nameOf(String file) {
    return file.endsWith(FreemarkerTemplates.SUFFIX)
        ? file.substring(0, file.length() - FreemarkerTemplates.SUFFIX.length())
        : file;
  }

  private static InvalidInputException syntax(ParseException e) {
    return error(
        "PLB-TXT-002",
        "template cannot be read",
        "column " + e.getColumnNumber() + ": " + e.getEditorMessage().strip(),
        source(e.getTemplateName(), e.getLineNumber()),
        "mend the template; values are written [=name], directives <#if ...>");
  }

  private InvalidInputException undefined(String expression, SourceLine source) {
    return error(
        "PLB-TXT-003",
        "variable without a value",
        "got [=" + expression + "]; the variables given are " + listed(new TreeSet<>(variables)),
        source,
        "give it where the template is rendered, or say what to do without it: [="
            + expression
            + "!\"...\"]");
  }

  /** What is given and never asked for is missing in what was written. */
  void refuseUnused(Set<String> unused) {
    if (!unused.isEmpty()) {
      throw error(
          "PLB-TXT-006",
          "variable that its template does not use",
          "got " + listed(new TreeSet<>(unused)),
          source(template, 1),
          "write [=name] where it belongs, since ${name} is the shell's; or do not give it");
    }
  }

  private static InvalidInputException failed(String what, SourceLine source) {
    return error(
        "PLB-TXT-004",
        "template cannot be rendered",
        what,
        source,
        "mend the template, or the value given to it");
  }

  private static String firstLine(TemplateException e) {
    Throwable cause = e.getCause();
    String message =
        cause instanceof RuntimeException ? cause.getMessage() : e.getMessageWithoutStackTop();
    return String.valueOf(message).strip().lines().findFirst().orElse("no reason given");
  }

  private static String listed(Collection<String> names) {
    return names.isEmpty() ? "none" : String.join(", ", names);
  }

  static SourceLine source(@Nullable String template, @Nullable Integer line) {
    return new SourceLine("templates/" + template, line == null ? 1 : line);
  }

  static InvalidInputException error(
      String code, String summary, String detail, @Nullable SourceLine source, String fix) {
    return new InvalidInputException(
        List.of(new Diagnostic(code, Severity.ERROR, summary, detail, source, fix)));
  }
}
