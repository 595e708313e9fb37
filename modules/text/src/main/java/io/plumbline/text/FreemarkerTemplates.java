package io.plumbline.text;

import freemarker.template.Configuration;
import freemarker.template.Template;
import freemarker.template.TemplateException;
import io.plumbline.spi.TextTemplates;
import io.plumbline.value.Marks;
import io.plumbline.value.Value;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Templates in FreeMarker's language, with {@code [=name]} for values, since {@code ${name}}
 * belongs to the shells and tools whose files are written. In files {@code *.sh.ftl} each value is
 * quoted for the shell by itself. FreeMarker is started with the first template that is rendered,
 * so that a run without any does not pay for it. Safe for use by several threads.
 */
public final class FreemarkerTemplates implements TextTemplates {
  /**
   * Of the file, not of the name that stacks use: {@code gpu-node.sh} is {@code gpu-node.sh.ftl}.
   */
  static final String SUFFIX = ".ftl";

  private final TemplateFiles files;
  private final Expressions expressions;
  private @Nullable Configuration configuration;

  /**
   * Templates of a project.
   *
   * @param folder the project's own templates, which come before those that Plumbline brings; need
   *     not exist
   */
  public FreemarkerTemplates(Path folder) {
    files = new TemplateFiles(folder);
    expressions = new Expressions(files);
  }

  @Override
  public Value render(String name, Map<String, Value> variables) {
    Problems problems = new Problems(name + SUFFIX, variables.keySet(), files);
    try {
      Template template = configuration().getTemplate(name + SUFFIX);
      List<Value> texts = new ArrayList<>();
      variables.values().forEach(value -> Variables.collectTexts(value, texts));
      Marks marks = new Marks(texts);
      Map<String, Object> model = new TreeMap<>();
      variables.forEach((key, value) -> Variables.put(model, key, value, marks));
      StringWriter out = new StringWriter();
      template.process(model, out);
      problems.refuseUnused(expressions.without(name + SUFFIX, model.keySet()));
      return marks.unmarked(out.toString());
    } catch (TemplateException e) {
      throw problems.of(e);
    } catch (IOException e) {
      throw problems.of(e);
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      // A value that no text can hold, or a reference that the template cut in two.
      throw problems.of(e);
    }
  }

  private synchronized Configuration configuration() {
    if (configuration == null) {
      configuration = Dialects.configuration(files);
    }
    return configuration;
  }
}
