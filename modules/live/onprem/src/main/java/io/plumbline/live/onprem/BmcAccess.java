package io.plumbline.live.onprem;

import io.plumbline.model.Site;
import io.plumbline.spi.EngineException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How the management controllers of a site are asked, from its settings. The password is read when
 * it is needed, from a file or a variable of the environment, and stands nowhere else.
 *
 * @param total for all that one of them says
 */
record BmcAccess(
    String user,
    @Nullable String passwordFile,
    @Nullable String passwordVariable,
    @Nullable String ca,
    int redfishPort,
    int ipmiPort,
    String cipher,
    boolean operator,
    int parallel,
    Duration connect,
    Duration total) {
  private static final int MOST_PORT = 65_535;
  private static final int LARGEST_ANSWER = 1 << 20;

  /**
   * As the settings of a site say.
   *
   * @throws EngineException if one of them cannot be right
   */
  static BmcAccess of(Site site) {
    return new BmcAccess(
        site.setting("bmc.user", ""),
        Settings.inHome(site.setting("bmc.password-file")),
        site.setting("bmc.password-variable"),
        Settings.inHome(site.setting("bmc.ca")),
        Settings.whole(site, "bmc.redfish-port", 443, MOST_PORT),
        Settings.whole(site, "bmc.ipmi-port", 623, MOST_PORT),
        site.setting("bmc.ipmi-cipher", "17"),
        site.setting("bmc.ipmi-privilege", "user").equals("operator"),
        Settings.whole(site, "bmc.parallel", 32, Settings.MOST_AT_A_TIME),
        Settings.seconds(site, "timeout.connect", 10),
        Settings.seconds(site, "timeout.call", 60));
  }

  Https.Reach reach() {
    return new Https.Reach("bmc.ca", ca, connect, total, LARGEST_ANSWER);
  }

  /** The password; of a file its first line. */
  String password() throws UnheardException {
    if (user.isEmpty()) {
      throw new UnheardException("NoCredentials: the site has no bmc.user");
    }
    return new Credential("bmc.password-file", passwordFile, passwordVariable).read();
  }
}
