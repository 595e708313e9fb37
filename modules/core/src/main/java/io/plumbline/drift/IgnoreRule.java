package io.plumbline.drift;

import io.plumbline.diagnostic.SourceLine;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Findings that somebody has decided to live with for a while.
 *
 * @param stack null for every stack
 * @param address pattern of addresses, or of live ids for what is not in the design, duplicates
 *     among it; {@code *} stands for any text, and after a backslash for itself
 * @param attribute pattern of attribute paths; covers what lies below, and a lone {@code *} what
 *     concerns the whole resource too
 * @param reason why it may be so
 * @param until the last day on which the rule holds
 * @param source where it is written
 */
public record IgnoreRule(
    @Nullable String stack,
    String address,
    String attribute,
    String reason,
    LocalDate until,
    @Nullable SourceLine source) {

  public boolean hasExpired(LocalDate today) {
    return today.isAfter(until);
  }

  /** Whether the rule covers {@code finding}, leaving aside whether it still holds. */
  public boolean covers(Finding finding) {
    Subject subject = finding.subject();
    boolean isDouble = finding instanceof Finding.Duplicate;
    String name = isDouble || subject.address() == null ? subject.liveId() : subject.address();
    return (stack == null || stack.equals(subject.stack()))
        && name != null
        && matches(address, name)
        && coversAttribute(attributeOf(finding));
  }

  private boolean coversAttribute(@Nullable String path) {
    return attribute.equals("*")
        || (path != null && (matches(attribute, path) || matches(attribute + "/*", path)));
  }

  private static @Nullable String attributeOf(Finding finding) {
    return switch (finding) {
      case Finding.Changed changed -> changed.attribute();
      case Finding.Undetermined undetermined -> undetermined.attribute();
      case Finding.Missing whole -> null;
      case Finding.Unmanaged whole -> null;
      case Finding.Duplicate whole -> null;
    };
  }

  /** The pattern that matches this text alone. */
  public static String literal(String text) {
    return text.replace("\\", "\\\\").replace("*", "\\*");
  }

  private static boolean matches(String glob, String text) {
    StringBuilder pattern = new StringBuilder();
    for (int i = 0; i < glob.length(); i++) {
      char c = glob.charAt(i);
      boolean escaped = c == '\\' && i + 1 < glob.length();
      pattern.append(
          !escaped && c == '*'
              ? ".*"
              : Pattern.quote(String.valueOf(escaped ? glob.charAt(++i) : c)));
    }
    return Pattern.compile(pattern.toString(), Pattern.DOTALL).matcher(text).matches();
  }
}
