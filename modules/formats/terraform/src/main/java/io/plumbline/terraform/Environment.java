package io.plumbline.terraform;

import io.plumbline.model.Site;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The environment of a run: the user's, less what would make the program answer differently, plus
 * what keeps it quiet and quick.
 */
final class Environment {
  private static final String CONFIGURATION = "TF_CLI_CONFIG_FILE";
  private static final String CACHE = "TF_PLUGIN_CACHE_DIR";

  /** They would pick another state, or add options of the user's. */
  private static final Set<String> UNWANTED = Set.of("TF_WORKSPACE", "TF_DATA_DIR", "TF_INPUT");

  /**
   * They stand in the way of made-up credentials, by naming a profile, adding a token, or sending
   * calls to another place than the site's endpoint.
   */
  private static final Set<String> REAL_CREDENTIALS =
      Set.of(
          "AWS_PROFILE",
          "AWS_DEFAULT_PROFILE",
          "AWS_SESSION_TOKEN",
          "AWS_ROLE_ARN",
          "AWS_IGNORE_CONFIGURED_ENDPOINT_URLS");

  private static final String OTHER_ENDPOINT = "AWS_ENDPOINT_URL";

  private Environment() {}

  /**
   * The variables of a run.
   *
   * @param user the user's own
   * @param folder Plumbline's folder in the project, {@code .plumbline}
   */
  static Map<String, String> of(Map<String, String> user, Path folder, Site site) {
    Map<String, String> variables = new TreeMap<>(user);
    variables.keySet().removeAll(UNWANTED);
    variables.keySet().removeIf(name -> name.startsWith("TF_CLI_ARGS"));
    if ("fake".equals(site.setting("credentials"))) {
      variables.keySet().removeAll(REAL_CREDENTIALS);
      variables.keySet().removeIf(name -> name.startsWith(OTHER_ENDPOINT));
    }
    variables.putAll(HypervisorSettings.environment(user));
    variables.put("TF_IN_AUTOMATION", "1");
    variables.put("TF_INPUT", "0");
    variables.put("CHECKPOINT_DISABLE", "1");
    configuration(variables, folder);
    return variables;
  }

  /**
   * The user's configuration counts, then the one that set-up found providers for; a name of no
   * file only brings warnings.
   */
  private static void configuration(Map<String, String> variables, Path folder) {
    Path own = folder.resolve("terraform.rc");
    String named = variables.get(CONFIGURATION);
    if (!isFile(named)) {
      variables.remove(CONFIGURATION);
      if (Files.isRegularFile(own)) {
        variables.put(CONFIGURATION, own.toAbsolutePath().toString());
      }
    }
    if (!variables.containsKey(CONFIGURATION) && !variables.containsKey(CACHE)) {
      variables.put(CACHE, folder.resolve("terraform-plugins").toAbsolutePath().toString());
      variables.put("TF_PLUGIN_CACHE_MAY_BREAK_DEPENDENCY_LOCK_FILE", "1");
    }
  }

  private static boolean isFile(@Nullable String name) {
    return name != null && !name.isEmpty() && Files.isRegularFile(Path.of(name));
  }
}
