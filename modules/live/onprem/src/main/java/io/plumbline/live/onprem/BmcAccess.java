package io.plumbline.live.onprem;

import io.plumbline.model.Site;
import io.plumbline.spi.EngineException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
        seconds(site, "timeout.connect", 10),
        seconds(site, "timeout.call", 60));
  }

  private static Duration seconds(Site site, String setting, int otherwise) {
    return Duration.ofSeconds(Settings.whole(site, setting, otherwise, Settings.LONGEST_SECONDS));
  }

  /** The password; of a file its first line. */
  String password() throws UnheardException {
    String password = passwordVariable == null ? ofFile() : System.getenv(passwordVariable);
    if (user.isEmpty() || password == null || password.isEmpty()) {
      throw new UnheardException(
          "NoCredentials: "
              + (user.isEmpty()
                  ? "the site has no bmc.user"
                  : passwordVariable == null
                      ? "the file of bmc.password-file is empty, or not named"
                      : "variable " + passwordVariable + " is not set"));
    }
    return password;
  }

  private @Nullable String ofFile() throws UnheardException {
    if (passwordFile == null) {
      return null;
    }
    try {
      return Files.readString(Path.of(passwordFile)).lines().findFirst().orElse("");
    } catch (IOException e) {
      throw new UnheardException("NoCredentials: " + passwordFile + " cannot be read");
    }
  }
}
