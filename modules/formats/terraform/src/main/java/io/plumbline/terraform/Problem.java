package io.plumbline.terraform;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A diagnostic of the program.
 *
 * @param place where the program says it is: a resource, or a block of the configuration
 */
record Problem(boolean isError, String summary, String detail, String place) {
  private static final Pattern HOLDER = Pattern.compile("(?m)^\\s*Who:\\s*(.+)$");
  private static final Pattern SINCE = Pattern.compile("(?m)^\\s*Created:\\s*(.+)$");
  private static final Pattern LOCK = Pattern.compile("(?m)^\\s*ID:\\s*(\\S+)$");

  /** In one paragraph, with our address and the line of the user's Java. */
  String in(Addresses addresses) {
    String address = address(addresses);
    if (summary.equals("Instance cannot be destroyed") && address != null) {
      return Protection.refusal(addresses.withLine(address), address);
    }
    if (summary.equals("Error acquiring the state lock")) {
      return locked();
    }
    if (summary.equals("Saved plan is stale")) {
      return "the plan is out of date: something was deployed after it was made. Plan again";
    }
    String said =
        detail.isBlank() || detail.equals(summary) ? summary : summary + ": " + detail.strip();
    return address == null ? said : addresses.withLine(address) + ": " + said;
  }

  private @Nullable String address(Addresses addresses) {
    String named = addresses.mentioned(place);
    return named != null ? named : addresses.mentioned(detail);
  }

  private String locked() {
    String holder = found(HOLDER);
    if (holder == null) {
      return "the state cannot be locked: " + detail.strip();
    }
    return "another run holds the state: "
        + holder
        + ", since "
        + found(SINCE)
        + ". Wait for it; if it is gone for good, run: terraform force-unlock "
        + found(LOCK);
  }

  private @Nullable String found(Pattern pattern) {
    Matcher matcher = pattern.matcher(detail);
    return matcher.find() ? matcher.group(1).strip() : null;
  }

  /** Whether the folder must be initialised before this goes away. */
  boolean asksForInitialisation() {
    return detail.contains("terraform init")
        || detail.contains("tofu init")
        || summary.equals("Failed to load plugin schemas")
        || summary.equals("Required plugins are not installed");
  }
}
