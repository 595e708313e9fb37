package io.plumbline.config;

import static io.plumbline.config.ProviderSettings.refuse;

import io.plumbline.model.Site;
import io.plumbline.model.Target;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What must not be said of a site of AWS in this environment, though each word by itself is
 * allowed.
 */
final class AwsSiteRules {
  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");
  private static final Set<String> WITH_STATE = Set.of("terraform", "opentofu");

  private AwsSiteRules() {}

  static void check(Site site, String environment, Problems problems) {
    boolean sandbox = Target.isSandbox(environment);
    if (sandbox) {
      checkSandbox(site, problems);
    } else if (AwsSettings.FAKE.equals(site.setting("credentials")) && !isLocal(site)) {
      refuse(
          problems,
          site,
          "credentials: got \"fake\" for "
              + site.setting("endpoint", "the provider's public API")
              + "; allowed with an endpoint on this machine",
          "name a profile or a role: credentials: {profile: NAME}");
    }
    List.of("role", "read-role").forEach(role -> checkAccount(site, role, problems));
    if (site.engine().equals(AwsSettings.AUTO) && !sandbox) {
      refuse(
          problems,
          site,
          "engine: got \"auto\" in environment \""
              + environment
              + "\"; allowed in \"sandbox\", since elsewhere the engine"
              + " must not depend on the machine",
          "name the engine: terraform, opentofu or cloudformation");
    }
    if (WITH_STATE.contains(site.engine())
        && !sandbox
        && site.setting("state.bucket") == null
        && site.setting("state") == null) {
      refuse(
          problems,
          site,
          "state: got nothing for engine "
              + site.engine()
              + "; allowed in \"sandbox\", since a state file on one machine"
              + " is lost with it and locked for nobody",
          "say where it is: state: {bucket: NAME}; or \"state: local\", which deploy wants"
              + " confirmed");
    }
  }

  /** A role of another account would read, or change, what is not meant. */
  private static void checkAccount(Site site, String setting, Problems problems) {
    String account = site.setting("account");
    String role = site.setting("credentials." + setting);
    if (account != null && role != null && !account.equals(role.split(":", 6)[4])) {
      refuse(
          problems,
          site,
          "credentials." + setting + ": got " + role + "; allowed is one of account " + account,
          "name a role of the site's account, or correct the account");
    }
  }

  /** Here nobody is asked before a change, so that nothing real must be within reach. */
  private static void checkSandbox(Site site, Problems problems) {
    if (!isLocal(site)) {
      String endpoint = site.setting("endpoint");
      refuseInSandbox(
          problems,
          site,
          "endpoint: got " + (endpoint == null ? "nothing" : "\"" + endpoint + "\""),
          "an address on this machine",
          "endpoint: ${PLUMBLINE_SANDBOX_URL:-http://127.0.0.1:4510}");
    }
    if (!AwsSettings.FAKE.equals(site.setting("credentials"))) {
      refuseInSandbox(problems, site, credentials(site), "fake ones", "credentials: fake");
    }
  }

  private static String credentials(Site site) {
    String word = site.setting("credentials");
    boolean named =
        site.settings().keySet().stream().anyMatch(key -> key.startsWith("credentials."));
    return "credentials: got "
        + (word == null ? named ? "a profile or a role" : "nothing" : "\"" + word + "\"");
  }

  private static boolean isLocal(Site site) {
    String endpoint = site.setting("endpoint");
    return endpoint != null && LOOPBACK.contains(hostOf(endpoint));
  }

  private static String hostOf(String endpoint) {
    try {
      return String.valueOf(URI.create(endpoint).getHost());
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  private static void refuseInSandbox(
      Problems problems, Site site, String got, String allowed, String setting) {
    problems.add(
        "PLB-ENV-010",
        "sandbox not on this machine",
        "sites."
            + site.name()
            + "."
            + got
            + "; allowed in \"sandbox\", where nobody is asked before a change, is "
            + allowed,
        lineOf(site),
        "say " + setting + "; or give the environment another name");
  }

  private static @Nullable Integer lineOf(Site site) {
    return site.source() == null ? null : site.source().line();
  }
}
