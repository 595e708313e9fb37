package io.plumbline.drift;

import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The provider's own command that removes one live thing: what its kind says, with the values that
 * it has. Values are words of the shell, whatever they hold.
 */
final class Removal {
  private static final Pattern OPTION = Pattern.compile("\\[([^\\[\\]]*)]");
  private static final Pattern PLACE = Pattern.compile("\\{([^{}]+)}");

  private Removal() {}

  /**
   * The command; null where one of its values is not known.
   *
   * @param template text with values in braces, and in brackets what is left out where its value is
   *     not known
   */
  static @Nullable String command(
      @Nullable String template, Function<String, @Nullable String> values) {
    if (template == null) {
      return null;
    }
    String chosen =
        OPTION
            .matcher(template)
            .replaceAll(option -> Matcher.quoteReplacement(ifKnown(option, values)));
    return filled(chosen, values);
  }

  private static String ifKnown(MatchResult option, Function<String, @Nullable String> values) {
    String filled = filled(option.group(1), values);
    return filled == null ? "" : option.group(1);
  }

  private static @Nullable String filled(
      String template, Function<String, @Nullable String> values) {
    Matcher place = PLACE.matcher(template);
    StringBuilder command = new StringBuilder();
    while (place.find()) {
      String value = values.apply(place.group(1));
      if (value == null || value.isEmpty() || value.chars().anyMatch(Character::isISOControl)) {
        return null;
      }
      place.appendReplacement(command, Matcher.quoteReplacement(Shell.word(value)));
    }
    return place.appendTail(command).toString();
  }
}
