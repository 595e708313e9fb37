package io.plumbline.azure.rule;

import io.plumbline.model.GpuPool;
import io.plumbline.model.Image;
import io.plumbline.rule.Check;
import io.plumbline.rule.Problems;
import io.plumbline.rule.Rule;
import java.util.regex.Pattern;

/** An image is named by something that is no name of one. */
final class ImageForm implements Check<AzureScope> {
  private static final Rule RULE =
      Rule.error(
          "PLB-AZURE-009",
          "image name refused",
          "Azure knows images by the four words of its marketplace, or by a resource id, and"
              + " refuses others when it is deployed.",
          "Microsoft Learn, Find Azure Marketplace images",
          "say Image.id(\"publisher:offer:sku:version\"), or the id of an image or of a version in"
              + " a gallery");

  @Override
  public Rule rule() {
    return RULE;
  }

  private static final Pattern FORM =
      Pattern.compile(
          "[A-Za-z0-9._-]+:[A-Za-z0-9._-]+:[A-Za-z0-9._-]+:([0-9]+(\\.[0-9]+){2}|latest)"
              + "|(?i)/subscriptions/[^/]+/resourceGroups/[^/]+/providers/Microsoft\\.Compute/"
              + "(images/[^/]+|galleries/[^/]+/images/[^/]+(/versions/[^/]+)?)");

  @Override
  public void check(AzureScope scope, Problems problems) {
    for (GpuPool pool : scope.all(GpuPool.class)) {
      if (pool.image() instanceof Image.ById image && !FORM.matcher(image.id()).matches()) {
        problems.report(RULE, pool, "got \"" + image.id() + "\"");
      }
    }
  }
}
