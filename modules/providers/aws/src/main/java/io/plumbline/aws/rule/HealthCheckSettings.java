package io.plumbline.aws.rule;

import io.plumbline.model.DnsRecord;
import io.plumbline.model.DnsRecord.Answer;
import io.plumbline.model.DnsRecord.HealthCheck;
import io.plumbline.model.DnsRecord.HealthCheck.Protocol;
import io.plumbline.rule.Check;
import io.plumbline.rule.Problems;
import io.plumbline.rule.Rule;
import java.time.Duration;
import java.util.Set;

/** A health check as Route 53 makes none. */
final class HealthCheckSettings implements Check<AwsScope> {
  private static final Set<Duration> INTERVALS =
      Set.of(Duration.ofSeconds(10), Duration.ofSeconds(30));

  private static final Rule RULE =
      Rule.error(
          "PLB-DNS-013",
          "health check not allowed",
          "Route 53 refuses it, or would ask one of several addresses and answer them all.",
          "Amazon Route 53 API Reference, HealthCheckConfig",
          "a port from 1 to 65535, a path such as \"/health\" of at most 255 characters,"
              + " every(seconds(10)) or every(seconds(30)), unwellAfter(1 to 10), one address");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(AwsScope scope, Problems problems) {
    for (DnsRecord dns : scope.all(DnsRecord.class)) {
      if (dns.healthCheck() != null) {
        check(dns, dns.healthCheck(), problems);
      }
    }
  }

  private static void check(DnsRecord dns, HealthCheck check, Problems problems) {
    if (check.port() < 1 || check.port() > 65535) {
      problems.report(RULE, dns, "got port " + check.port());
    }
    if (check.protocol() != Protocol.TCP && !check.path().matches("/[!-~]{0,254}")) {
      problems.report(RULE, dns, "got path \"" + check.path() + "\"");
    }
    if (!INTERVALS.contains(check.every())) {
      problems.report(RULE, dns, "got every(" + check.every() + ")");
    }
    if (check.failures() < 1 || check.failures() > 10) {
      problems.report(RULE, dns, "got unwellAfter(" + check.failures() + ")");
    }
    if (dns.answer() instanceof Answer.Values values && values.values().size() > 1) {
      problems.report(RULE, dns, "got one of " + values.values().size() + " addresses");
    }
  }
}
