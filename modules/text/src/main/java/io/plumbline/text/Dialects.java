package io.plumbline.text;

import freemarker.cache.ConditionalTemplateConfigurationFactory;
import freemarker.cache.FileNameGlobMatcher;
import freemarker.core.TemplateClassResolver;
import freemarker.core.TemplateConfiguration;
import freemarker.core.UndefinedOutputFormat;
import freemarker.template.Configuration;
import freemarker.template.SimpleObjectWrapper;
import freemarker.template.TemplateExceptionHandler;
import freemarker.template.TemplateMethodModelEx;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateScalarModel;
import freemarker.template.Version;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;

/**
 * How templates are read: no Java objects, no dependence on the machine's locale or zone, and shell
 * scripts quoted.
 */
final class Dialects {
  private static final Version BEHAVIOUR = Configuration.VERSION_2_3_34;

  private Dialects() {}

  static Configuration configuration(TemplateFiles files) {
    Configuration configuration = new Configuration(BEHAVIOUR);
    configuration.setTemplateLoader(files);
    configuration.setLocalizedLookup(false);
    configuration.setTemplateUpdateDelayMilliseconds(Long.MAX_VALUE);
    configuration.setDefaultEncoding("UTF-8");
    configuration.setInterpolationSyntax(Configuration.SQUARE_BRACKET_INTERPOLATION_SYNTAX);
    configuration.setOutputFormat(UndefinedOutputFormat.INSTANCE);
    configuration.setRecognizeStandardFileExtensions(false);
    configuration.setLocale(Locale.ROOT);
    configuration.setTimeZone(TimeZone.getTimeZone("UTC"));
    configuration.setNumberFormat("computer");
    configuration.setBooleanFormat("c");
    forbidJava(configuration);
    failOnErrors(configuration);
    TemplateConfiguration shell = new TemplateConfiguration();
    shell.setOutputFormat(ShellFormat.INSTANCE);
    configuration.setTemplateConfigurations(
        new ConditionalTemplateConfigurationFactory(new FileNameGlobMatcher("*.sh.ftl"), shell));
    configuration.setSharedVariable("sh", (TemplateMethodModelEx) Dialects::quoted);
    return configuration;
  }

  private static void forbidJava(Configuration configuration) {
    configuration.setObjectWrapper(new SimpleObjectWrapper(BEHAVIOUR));
    configuration.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
    configuration.setAPIBuiltinEnabled(false);
  }

  private static void failOnErrors(Configuration configuration) {
    configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
    configuration.setLogTemplateExceptions(false);
    configuration.setWrapUncheckedExceptions(true);
    configuration.setFallbackOnNullLoopVariable(false);
  }

  /** {@code sh(value)}: the value as one word of a shell, in a file of whatever kind. */
  private static Object quoted(List<?> arguments) throws TemplateModelException {
    if (arguments.size() != 1 || !(arguments.get(0) instanceof TemplateScalarModel text)) {
      throw new TemplateModelException("sh takes one text: sh(name)");
    }
    return ShellFormat.INSTANCE.fromPlainTextByEscaping(text.getAsString());
  }
}
