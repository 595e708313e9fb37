package io.plumbline.live.onprem;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where one management controller is, and how it is spoken to, as graphs say it: {@code
 * redfish://ADDRESS}, {@code redfish://ADDRESS/SYSTEM} or {@code ipmi://ADDRESS}.
 *
 * @param host as it stands in a URL: that of IPv6 in brackets
 * @param system the machine's id among several; null for the only one
 */
record BmcEndpoint(boolean redfish, String host, @Nullable String system) {
  private static final Pattern FORM =
      Pattern.compile(
          "(redfish|ipmi)://([a-z0-9][a-z0-9.-]{0,252}|\\[[0-9a-f:.]{2,45}\\])"
              + "(?:/([A-Za-z0-9][A-Za-z0-9._~-]{0,63}))?");

  static BmcEndpoint of(String key) throws UnheardException {
    Matcher form = FORM.matcher(key);
    if (!form.matches()) {
      throw new UnheardException("BadAddress: neither redfish:// nor ipmi:// and an address");
    }
    return new BmcEndpoint(form.group(1).equals("redfish"), form.group(2), form.group(3));
  }

  /** Without the brackets. */
  String bare() {
    return host.replaceAll("[\\[\\]]", "");
  }
}
