package io.plumbline.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file of requirements in which everything is pinned (pip, Requirements File Format; Secure
 * installs): what each package is called and which version it has.
 *
 * @param versions by name in its normal form (Python packaging, Names and normalization)
 * @param refused lines that pin nothing, or say something else
 */
public record PythonRequirements(Map<String, String> versions, List<String> refused) {
  private static final String HASH = "\\s+--hash=sha256:[0-9a-f]{64}";

  private static final Pattern PIN =
      Pattern.compile(
          "([A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?)(?:\\[[A-Za-z0-9,._-]+])?=="
              + "([A-Za-z0-9.!+_-]+)(?:"
              + HASH
              + ")+");

  private static final Pattern INDEX =
      Pattern.compile("--(?:extra-)?index-url[ =]https://[A-Za-z0-9.:-]+(?:/[A-Za-z0-9._~/-]*)?");

  public PythonRequirements {
    versions = Collections.unmodifiableMap(new LinkedHashMap<>(versions));
    refused = List.copyOf(refused);
  }

  /** Reads a whole file. A line goes on in the next one where it ends in a backslash. */
  public static PythonRequirements read(String text) {
    Map<String, String> versions = new LinkedHashMap<>();
    List<String> refused = new ArrayList<>();
    for (String line : text.replaceAll("\\\\\\r?\\n", " ").split("\\r?\\n", -1)) {
      String said = line.replaceFirst("(^|\\s)#.*$", "").strip();
      Matcher pin = PIN.matcher(said);
      if (pin.matches()) {
        if (versions.putIfAbsent(normal(pin.group(1)), pin.group(2)) != null) {
          refused.add(said);
        }
      } else if (!said.isEmpty() && !INDEX.matcher(said).matches()) {
        refused.add(said);
      }
    }
    return new PythonRequirements(versions, refused);
  }

  private static String normal(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[-_.]+", "-");
  }
}
