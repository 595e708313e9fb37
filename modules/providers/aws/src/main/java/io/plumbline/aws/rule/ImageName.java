package io.plumbline.aws.rule;

import io.plumbline.model.GpuPool;
import io.plumbline.model.Image;
import io.plumbline.rule.Check;
import io.plumbline.rule.Problems;
import io.plumbline.rule.Rule;

/** An image id or parameter name that AWS cannot have. */
final class ImageName implements Check<AwsScope> {
  private static final Rule RULE =
      Rule.error(
          "PLB-POOL-015",
          "image not named as AWS names them",
          "The launch template is accepted, and no node ever starts.",
          "Amazon EC2 API Reference, RequestLaunchTemplateData: ImageId",
          "write Image.id(\"ami-0123456789abcdef0\") or Image.parameter(\"/aws/service/…\")");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(AwsScope scope, Problems problems) {
    for (GpuPool pool : scope.all(GpuPool.class)) {
      if (pool.image() != null && !allowed(pool.image())) {
        problems.report(RULE, pool, "got " + text(pool.image()));
      }
    }
  }

  private static boolean allowed(Image image) {
    return switch (image) {
      case Image.ById byId -> byId.id().matches("ami-([0-9a-f]{8}|[0-9a-f]{17})");
      case Image.ByParameter byName ->
          byName.name().matches("/?[a-zA-Z0-9_.-]+(/[a-zA-Z0-9_.-]+)*(:[0-9]+)?");
    };
  }

  private static String text(Image image) {
    return switch (image) {
      case Image.ById byId ->
          "id \"" + byId.id() + "\"; allowed is ami- with 8 or 17 hexadecimal digits";
      case Image.ByParameter byName ->
          "parameter \""
              + byName.name()
              + "\"; allowed are letters, digits, _.- and /, and a :VERSION at the end";
    };
  }
}
