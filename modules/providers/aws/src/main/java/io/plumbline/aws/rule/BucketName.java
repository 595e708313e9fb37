package io.plumbline.aws.rule;

import io.plumbline.model.Bucket;
import io.plumbline.rule.Check;
import io.plumbline.rule.Problems;
import io.plumbline.rule.Rule;
import java.util.List;

/** A bucket whose name S3 refuses, or that another bucket of the stack has. */
final class BucketName implements Check<AwsScope> {
  private static final List<String> KEPT_BEGINNINGS = List.of("xn--", "sthree-", "amzn-s3-demo-");
  private static final List<String> KEPT_ENDINGS =
      List.of("-s3alias", "--ol-s3", ".mrap", "--x-s3", "--table-s3");

  private static final Rule RULE =
      Rule.error(
          "PLB-BUCKET-001",
          "bucket name not allowed",
          "Bucket names are part of host names and shared by the whole world.",
          "Amazon S3 User Guide, General purpose bucket naming rules",
          "use 3 to 63 lower-case letters, digits, dots and hyphens, a letter or digit at both"
              + " ends");

  private static final NamesOnce NAMES =
      new NamesOnce(
          RULE,
          BucketName::allowed,
          "3 to 63 of [a-z0-9.-], a letter or digit at both ends, no dots in a row, no IP"
              + " address, none of S3's own beginnings and endings");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(AwsScope scope, Problems problems) {
    NAMES.check(scope.all(Bucket.class), scope::nameOf, problems);
  }

  private static boolean allowed(String name) {
    return name.matches("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]")
        && !name.contains("..")
        && !name.matches("[0-9]+(\\.[0-9]+){3}")
        && KEPT_BEGINNINGS.stream().noneMatch(name::startsWith)
        && KEPT_ENDINGS.stream().noneMatch(name::endsWith);
  }
}
