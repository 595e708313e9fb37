package io.plumbline.live.onprem;

import io.plumbline.model.Site;
import io.plumbline.spi.EngineException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Reads settings of a site, each held to what it can be. */
final class Settings {
  static final int LONGEST_SECONDS = 24 * 60 * 60;
  static final int MOST_AT_A_TIME = 256;

  private Settings() {}

  /**
   * A whole number from 1.
   *
   * @throws EngineException if it is none
   */
  static int whole(Site site, String setting, int otherwise, int most) {
    String text = site.setting(setting, Integer.toString(otherwise));
    try {
      int number = Integer.parseInt(text);
      if (number >= 1 && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // told below, as for a number that is out of range
    }
    throw wrong(site, setting, text, "give it a whole number from 1 to " + most);
  }

  /** So many seconds as a setting says. */
  static Duration seconds(Site site, String setting, int otherwise) {
    return Duration.ofSeconds(whole(site, setting, otherwise, LONGEST_SECONDS));
  }

  static EngineException wrong(Site site, String setting, String got, String mend) {
    return new EngineException(
        "site " + site.name() + ": " + setting + " is \"" + got + "\"; " + mend);
  }

  /** A path as a shell would read it; null where there is none. */
  static @Nullable String inHome(@Nullable String path) {
    return path != null && path.startsWith("~/")
        ? System.getProperty("user.home") + path.substring(1)
        : path;
  }
}
