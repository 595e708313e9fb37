package io.plumbline.azure.lower;

import static java.util.Objects.requireNonNull;

import io.plumbline.model.ExistingZone;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The id of a zone, which says in which group it stands: Azure knows a domain as often as there are
 * groups.
 *
 * @param group the name of its resource group
 * @param domain what its names end in
 */
public record ZoneId(String subscription, String group, String domain) {
  private static final String FORM =
      "/subscriptions/([0-9a-fA-F-]{36})/resourceGroups/([^/]{1,90})/providers/Microsoft\\.Network/%s/([^/]+)";

  private static final Pattern OPEN =
      Pattern.compile(FORM.formatted("dnsZones"), Pattern.CASE_INSENSITIVE);
  private static final Pattern INTERNAL =
      Pattern.compile(FORM.formatted("privateDnsZones"), Pattern.CASE_INSENSITIVE);

  /** Of a zone that has a right one. */
  static ZoneId of(ExistingZone zone) {
    return requireNonNull(find(zone), "validated");
  }

  /** Null where the zone has none, or one of another form. */
  public static @Nullable ZoneId find(ExistingZone zone) {
    if (zone.called() == null) {
      return null;
    }
    Matcher id = (zone.internal() ? INTERNAL : OPEN).matcher(zone.called());
    return id.matches() ? new ZoneId(id.group(1), id.group(2), id.group(3)) : null;
  }
}
