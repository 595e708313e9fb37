package io.plumbline.arm;

import io.plumbline.graph.LiveName;
import io.plumbline.model.Site;
import io.plumbline.model.Target;
import io.plumbline.value.JsonWriter;
import io.plumbline.value.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where nested templates are kept that one request does not take: each is a version of one template
 * spec, named by a hash of its content, so that what stands there is never changed. A template spec
 * is read by Azure in the name of who deploys; a file behind a URL would need a key in the request.
 *
 * @param name of the spec
 */
record TemplateSpec(String name) {
  static final String TYPE = "Microsoft.Resources/templateSpecs";
  static final String API = "2022-02-01";

  /** The parameter of the root that names the group with the spec. */
  static final String GROUP = "templateSpecGroup";

  /** The setting that says the same; left out, a group that the site names holds it as well. */
  static final String SETTING = "artefacts.resource-group";

  private static final String START = "nested-";
  private static final String END = ".json";

  /** The most characters of a spec's name. */
  private static final int NAME = 90;

  static TemplateSpec of(Target target) {
    String place = "plumbline-" + target.site().name();
    return new TemplateSpec(LiveName.of(target.environment(), target.stack(), place, NAME));
  }

  /** The group that a site has for it; null for none. */
  static @Nullable String group(Site site) {
    String own = site.setting(SETTING);
    return own == null ? site.setting("resource-group") : own;
  }

  static String version(Value.Obj template) {
    return LiveName.digest(JsonWriter.pretty(template));
  }

  /** The file with a template. */
  static String file(Value.Obj template) {
    return START + version(template) + END;
  }

  /** The version that a file is; null for another sort of file. */
  static @Nullable String version(String file) {
    return file.startsWith(START) && file.endsWith(END)
        ? file.substring(START.length(), file.length() - END.length())
        : null;
  }

  /** What leads from the root to a template. */
  Value link(Value.Obj template) {
    List<String> arguments =
        List.of(
            "subscription().subscriptionId",
            Expression.parameter(GROUP),
            Expression.quoted(TYPE + "/versions"),
            Expression.quoted(name),
            Expression.quoted(version(template)));
    String id = Expression.call("resourceId", arguments);
    return Value.object("id", Value.text(Expression.whole(id)));
  }
}
