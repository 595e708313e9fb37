package io.plumbline.aws.rule;

import static io.plumbline.aws.rule.Judging.accepts;
import static io.plumbline.aws.rule.Judging.catches;
import static io.plumbline.aws.rule.Judging.network;
import static io.plumbline.dsl.Words.band;
import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.aws.AwsProvider;
import io.plumbline.diagnostic.Diagnostic;
import io.plumbline.dsl.SiteBlueprint;
import io.plumbline.dsl.Words.UnownedBand;
import io.plumbline.model.Design;
import io.plumbline.model.Network;
import io.plumbline.model.Site;
import io.plumbline.model.Target;
import io.plumbline.testkit.Describing;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What AWS refuses of networks. */
final class NetworkRulesTest {

  @Test
  void refusesABlockThatIsNoVpc() {
    catches("PLB-NET-007", "net", s -> net(s, "10.0.0.0/8"));
    catches("PLB-NET-007", "net", s -> net(s, "2001:db8::/32"));
    accepts("PLB-NET-007", s -> net(s, "10.0.0.0/16"));
  }

  private static void net(SiteBlueprint site, String cidr) {
    site.network("net", n -> n.cidr(cidr).zones("us-east-1a").privateSubnets(64));
    site.network("other", n -> n.cidr("10.0.0.0/16").zones("us-east-1a").privateSubnets(20));
  }

  @Test
  void refusesASubnetTooSmallForAws() {
    catches("PLB-NET-008", "net", s -> network(s, 29, "us-east-1a"));
    accepts("PLB-NET-008", s -> network(s, 28, "us-east-1a"));
  }

  @Test
  void refusesAZoneOfAnotherRegion() {
    catches("PLB-NET-009", "net", s -> network(s, 20, "us-east-1a", "us-west-2a"));
    catches("PLB-NET-009", "net", s -> network(s, 20, "us-east-1"));
    accepts("PLB-NET-009", s -> network(s, 20, "us-east-1a", "us-east-1-bos-1a"));
  }

  @Test
  void refusesFlowLogsOfAnAccountThatIsNotKnown() {
    Site site = new Site("main", "aws", "terraform", Map.of("region", "us-east-1"), null);
    Design logged = Describing.on(s -> logged(s, "audit"));

    assertThat(new AwsProvider().validate(logged, new Target("test", "fleet", site)))
        .extracting(Diagnostic::code)
        .containsExactly("PLB-NET-015");
    accepts("PLB-NET-015", s -> logged(s, "audit"));
  }

  @Test
  void refusesAPrefixThatFlowLogsCannotHave() {
    catches("PLB-NET-016", "net", s -> logged(s, ""));
    catches("PLB-NET-016", "net", s -> logged(s, "audit/"));
    catches("PLB-NET-016", "net", s -> logged(s, "audit//net"));
    catches("PLB-NET-016", "net", s -> logged(s, "audit/AWSLogs"));
    catches("PLB-NET-016", "net", s -> logged(s, "${audit}"));
    accepts("PLB-NET-016", s -> logged(s, "audit/net-1_(a)"));
  }

  private static void logged(SiteBlueprint site, String prefix) {
    var records = site.bucket("records");
    site.network(
        "net",
        n ->
            n.cidr("10.0.0.0/16").zones("us-east-1a").privateSubnets(20).flowLogs(records, prefix));
  }

  @Test
  void warnsOfMoreNodesThanAddresses() {
    Diagnostic problem = catches("PLB-NET-010", "net", s -> twoPools(s, 11, band(0, 12)));

    assertThat(problem.isError()).isFalse();
    assertThat(problem.detail())
        .contains("up to 23 nodes in its private subnets (moving 12, steady 11)")
        .contains("there are 22 addresses");
    accepts("PLB-NET-010", s -> twoPools(s, 11, band(0, 11)));
  }

  private static void twoPools(SiteBlueprint site, int fixed, UnownedBand band) {
    Network net =
        site.network(
            "net",
            n ->
                n.cidr("10.0.0.0/16")
                    .zones("us-east-1a", "us-east-1b")
                    .publicSubnets(28)
                    .privateSubnets(28));
    site.gpuPool("steady", p -> p.in(net.privateSubnets()).count(fixed));
    site.gpuPool("moving", p -> p.in(net.privateSubnets()).count(band.ownedBy("autoscaler")));
    site.gpuPool("outside", p -> p.in(net.publicSubnets()).count(1));
  }
}
