package io.plumbline.cli;

import io.plumbline.cli.Doctor.Finding;
import io.plumbline.model.Site;
import io.plumbline.process.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Whether what a site names is there; whether the provider accepts it, a plan will tell. */
final class CredentialCheck {
  private static final List<String> OF_AWS =
      List.of(
          "AWS_ACCESS_KEY_ID",
          "AWS_PROFILE",
          "AWS_WEB_IDENTITY_TOKEN_FILE",
          "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI",
          "AWS_CONTAINER_CREDENTIALS_FULL_URI");

  private final Map<String, String> variables;
  private final Path home;

  CredentialCheck(Map<String, String> variables, Path home) {
    this.variables = variables;
    this.home = home;
  }

  /** What is there of a site of a cloud. */
  Finding of(Site site) {
    if ("fake".equals(site.setting("credentials"))) {
      return found(site, "fake, for an endpoint on this machine");
    }
    return site.provider().equals("azure") ? ofAzure(site) : ofAws(site);
  }

  private Finding ofAws(Site site) {
    String profile = site.setting("credentials.profile");
    if (profile != null) {
      String what = "profile " + profile;
      return hasProfile(profile)
          ? found(site, what)
          : missing(site, what + " is not in ~/.aws", "aws configure sso --profile " + profile);
    }
    return OF_AWS.stream().anyMatch(variables::containsKey) || hasProfile("default")
        ? found(site, "the default chain")
        : missing(
            site,
            "nothing in the default chain",
            "sign in (aws sso login), or name a profile: credentials: {profile: NAME}");
  }

  /** Its SDK finds what it finds when it is used, on whatever machine that is. */
  private Finding ofAzure(Site site) {
    String identity = site.setting("credentials.managed-identity");
    if (identity != null) {
      return found(site, "managed identity " + identity + ", which is asked when it is used");
    }
    if (!"cli".equals(site.setting("credentials"))) {
      return found(site, "what Azure's SDK finds when it is used");
    }
    Program program = Program.find(List.of("az"), variables.get("PATH"));
    return program == null
        ? missing(
            site,
            "az not found",
            "https://learn.microsoft.com/cli/azure/install-azure-cli, then az login; or"
                + " credentials: {managed-identity: CLIENT-ID}")
        : found(site, program.file() + ", which is asked when it is used");
  }

  private boolean hasProfile(String profile) {
    String name = profile.toLowerCase(Locale.ROOT);
    for (String file : List.of("config", "credentials")) {
      try {
        String text = Files.readString(home.resolve(".aws").resolve(file)).toLowerCase(Locale.ROOT);
        if (text.contains("[profile " + name + "]") || text.contains("[" + name + "]")) {
          return true;
        }
      } catch (IOException e) {
        // A file that is not there names no profile; the next one may.
      }
    }
    return false;
  }

  private static Finding found(Site site, String what) {
    return finding(site, true, what, "");
  }

  private static Finding missing(Site site, String what, String remedy) {
    return finding(site, false, what, remedy);
  }

  private static Finding finding(Site site, boolean there, String what, String remedy) {
    String title = "credentials of " + site.name();
    return new Finding(title, "every call to the provider", there, true, what, remedy);
  }
}
