package io.plumbline.aws.rule;

import io.plumbline.model.LoadBalancer;
import io.plumbline.model.LoadBalancer.Listener;
import io.plumbline.rule.Check;
import io.plumbline.rule.Problems;
import io.plumbline.rule.Rule;
import org.jspecify.annotations.Nullable;

/** An encrypted port without a certificate that AWS knows. */
final class CertificateName implements Check<AwsScope> {
  private static final Rule RULE =
      Rule.error(
          "PLB-LB-006",
          "encrypted port without a certificate",
          "Elastic Load Balancing refuses an HTTPS or TLS listener without one, in the middle of a"
              + " deploy.",
          "Elastic Load Balancing API Reference, CreateListener: Certificates",
          "give the ARN of a certificate in ACM or IAM, of the site's region:"
              + " arn:aws:acm:us-east-1:123456789012:certificate/…");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(AwsScope scope, Problems problems) {
    for (LoadBalancer balancer : scope.all(LoadBalancer.class)) {
      for (Listener listener : balancer.listeners()) {
        if (listener.protocol().isEncrypted() && !isOurs(listener.certificate(), scope)) {
          problems.report(
              RULE,
              balancer,
              "port "
                  + listener.port()
                  + ": got \""
                  + listener.certificate()
                  + "\"; allowed are certificates of ACM in "
                  + scope.region()
                  + ", or of IAM");
        }
      }
    }
  }

  private static boolean isOurs(@Nullable String certificate, AwsScope scope) {
    String anyRegion = scope.region().isEmpty() ? "[a-z0-9-]+" : scope.region();
    return certificate != null
        && (certificate.matches(
                "arn:aws[a-z-]*:acm:" + anyRegion + ":[0-9]{12}:certificate/[A-Za-z0-9-]+")
            || certificate.matches(
                "arn:aws[a-z-]*:iam::[0-9]{12}:server-certificate/[A-Za-z0-9/_+=,.@-]+"));
  }
}
