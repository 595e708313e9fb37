package io.plumbline.model;

import io.plumbline.diagnostic.SourceLine;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Where components live: an AWS account and region, a data centre. Comes from the environment file.
 *
 * @param name the user's name for it: {@code "main"}
 * @param provider id of the provider that lowers what lives here: {@code "aws"}
 * @param engine id of the engine that provisions here: {@code "terraform"}, {@code
 *     "cloudformation"}
 * @param settings provider's settings by flattened name: {@code region}, {@code account}, {@code
 *     endpoint}, {@code credentials.profile}, {@code state.bucket}, {@code tags.cost-centre}
 * @param source its line in the environment file
 */
public record Site(
    String name,
    String provider,
    String engine,
    Map<String, String> settings,
    @Nullable SourceLine source) {
  private static final List<String> PLACE =
      List.of("account", "region", "subscription", "location", "endpoint");

  /** The setting that names another site, which keeps what is known of this one. */
  public static final String KEPT_BY = "state.site";

  /** How settings begin that say how to come to that one. */
  public static final String KEEPER = "state.of.";

  public Site {
    settings = Collections.unmodifiableMap(new TreeMap<>(settings));
  }

  /** How settings begin that are tags of one stack's resources. */
  public static String tagsOf(String stack) {
    return "stack-tags." + stack + ".";
  }

  /** Tags of the user's own that resources of a stack here have; the stack's win. */
  public Map<String, String> tags(String stack) {
    Map<String, String> tags = new TreeMap<>();
    for (String prefix : List.of("tags.", tagsOf(stack))) {
      settings.forEach(
          (key, value) -> {
            if (key.startsWith(prefix)) {
              tags.put(key.substring(prefix.length()), value);
            }
          });
    }
    return tags;
  }

  /** Whether both lead to the same account and region, where what is there is seen from both. */
  public boolean isSamePlaceAs(Site other) {
    return provider.equals(other.provider)
        && PLACE.stream().allMatch(key -> Objects.equals(settings.get(key), other.setting(key)));
  }

  /** The site whose store keeps what is known of this one: itself, unless it names another. */
  public Site keeper() {
    String other = setting(KEPT_BY);
    String provider = setting(KEEPER + "provider");
    if (other == null || provider == null) {
      return this;
    }
    Map<String, String> theirs = new TreeMap<>();
    settings.forEach(
        (key, value) -> {
          if (key.startsWith(KEEPER)) {
            theirs.put(key.substring(KEEPER.length()), value);
          }
        });
    return new Site(other, provider, "", theirs, source);
  }

  /** The same under another name. */
  public Site named(String other) {
    return new Site(other, provider, engine, settings, source);
  }

  /** The setting, or null where it is not given. */
  public @Nullable String setting(String key) {
    return settings.get(key);
  }

  public String setting(String key, String otherwise) {
    return settings.getOrDefault(key, otherwise);
  }

  /** The same site for who only looks: in another role, where the settings name one for that. */
  public Site forReading() {
    String role = setting("credentials.read-role");
    if (role == null) {
      return this;
    }
    Map<String, String> reading = new TreeMap<>(settings);
    reading.put("credentials.role", role);
    return new Site(name, provider, engine, reading, source);
  }
}
