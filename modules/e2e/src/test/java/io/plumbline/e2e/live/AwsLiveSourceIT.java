package io.plumbline.e2e.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.live.aws.AwsLiveSource;
import io.plumbline.spi.LiveSource;
import io.plumbline.spi.LiveSource.Answer;
import io.plumbline.testkit.live.LiveSourceContract;
import io.plumbline.value.Value;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.autoscaling.AutoScalingClient;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.s3.S3Client;

/** The AWS source against the local endpoint: the contract, pages, and what is not there. */
class AwsLiveSourceIT extends LiveSourceContract {
  private static final int TEMPLATES = 203;
  private static final int GROUPS = 101;
  private static final String BUCKET = "plumbline-plain";

  private static LiveTest live;
  private static LiveSource source;
  private static final List<String> TEMPLATE_IDS = new ArrayList<>();

  @BeforeAll
  static void start() throws IOException {
    live = new LiveTest();
    source = new AwsLiveSource(LiveTest.site(live.uri()));
    try (S3Client s3 = live.clients().open(S3Client.builder().forcePathStyle(true))) {
      s3.createBucket(r -> r.bucket(BUCKET));
    }
    try (Ec2Client ec2 = live.clients().open(Ec2Client.builder());
        AutoScalingClient groups = live.clients().open(AutoScalingClient.builder())) {
      for (int i = 0; i < TEMPLATES; i++) {
        String name = "many-" + i;
        TEMPLATE_IDS.add(
            ec2.createLaunchTemplate(
                    r -> r.launchTemplateName(name).launchTemplateData(d -> d.imageId("ami-1")))
                .launchTemplate()
                .launchTemplateId());
      }
      for (int i = 0; i < GROUPS; i++) {
        String name = "many-" + i;
        groups.createAutoScalingGroup(
            r ->
                r.autoScalingGroupName(name)
                    .minSize(0)
                    .maxSize(1)
                    .availabilityZones("eu-west-1a")
                    .launchTemplate(t -> t.launchTemplateId(TEMPLATE_IDS.get(0)).version("1")));
      }
    }
  }

  @AfterAll
  static void stop() {
    source.close();
    live.close();
  }

  @Override
  protected LiveSource source() {
    return source;
  }

  @Override
  protected Ground ground() {
    return new Ground("ec2:DescribeLaunchTemplates", "s3:HeadBucket", "Bucket", BUCKET);
  }

  @Test
  void callsAsOftenAsThereArePages() {
    Answer templates = source.call("ec2:DescribeLaunchTemplates", List.of());
    assertThat(templates.items()).hasSize(TEMPLATES);
    assertThat(templates.calls()).isEqualTo(2);
    Answer groups = source.call("autoscaling:DescribeAutoScalingGroups", List.of());
    assertThat(groups.items()).hasSize(GROUPS);
    assertThat(groups.calls()).isEqualTo(2);
  }

  @Test
  void readsTheLatestVersionsOfManyTemplatesPageByPage() {
    Answer versions = source.call("ec2:DescribeLaunchTemplateVersions($Latest)", TEMPLATE_IDS);
    assertThat(versions.failures()).isEmpty();
    assertThat(versions.items()).hasSize(TEMPLATES);
    assertThat(versions.calls()).isEqualTo(2);
  }

  @Test
  void asksForSomeOfWhatIsListedManyAtATime() {
    List<String> names = IntStream.range(0, 150).mapToObj(i -> "many-" + i).toList();
    Answer some = source.call("ec2:DescribeLaunchTemplates", names);
    assertThat(some.failures()).isEmpty();
    assertThat(some.items())
        .extracting(item -> ((Value.Text) item.get("LaunchTemplateName")).value())
        .containsExactlyInAnyOrderElementsOf(names);
    assertThat(some.calls()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({
    "autoscaling:DescribeAutoScalingGroups, gone",
    "autoscaling:DescribePolicies, gone",
    "autoscaling:DescribeScheduledActions, gone",
    "cloudwatch:DescribeAlarms, gone",
    "ec2:DescribeAddresses, eipalloc-00000000000000000",
    "ec2:DescribeCapacityReservations(present), cr-00000000000000000",
    "ec2:DescribeFlowLogs, fl-00000000000000000",
    "ec2:DescribeInstances(present), i-00000000000000000",
    "ec2:DescribeInternetGateways, igw-00000000000000000",
    "ec2:DescribeLaunchTemplates, gone",
    "ec2:DescribeNatGateways, nat-00000000000000000",
    "ec2:DescribePlacementGroups, gone",
    "ec2:DescribeRouteTables, rtb-00000000000000000",
    "ec2:DescribeSecurityGroupRules, sgr-00000000000000000",
    "ec2:DescribeSecurityGroups, sg-00000000000000000",
    "ec2:DescribeSubnets, subnet-00000000000000000",
    "ec2:DescribeTransitGateways, tgw-00000000000000000",
    "ec2:DescribeVpcEndpoints, vpce-00000000000000000",
    "ec2:DescribeVpcs, vpc-00000000000000000",
    "elasticfilesystem:DescribeFileSystems, fs-00000000000000000",
    "elasticloadbalancing:DescribeLoadBalancers,"
        + " arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/app/gone/0000000000000000",
    "elasticloadbalancing:DescribeTargetGroups,"
        + " arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/gone/0000000000000000",
    "fsx:DescribeFileSystems, fs-00000000000000000",
    "kms:ListKeys, 00000000-0000-0000-0000-000000000000"
  })
  void answersNothingForWhatAListNamesNoMore(String operation, String id) {
    Answer answer = source.call(operation, List.of(id));
    assertThat(answer.failures()).isEmpty();
    assertThat(answer.items()).isEmpty();
  }

  @Test
  void readsTheTagsOfManyTwentyAtATime() {
    List<String> arns = new ArrayList<>();
    try (ElasticLoadBalancingV2Client balancing =
            live.clients().open(ElasticLoadBalancingV2Client.builder());
        Ec2Client ec2 = live.clients().open(Ec2Client.builder())) {
      String vpc = ec2.createVpc(r -> r.cidrBlock("10.9.0.0/16")).vpc().vpcId();
      for (int i = 0; i < 45; i++) {
        String name = "many-" + i;
        arns.add(
            balancing
                .createTargetGroup(
                    r -> r.name(name).protocol("HTTP").port(80).vpcId(vpc).targetType("instance"))
                .targetGroups()
                .get(0)
                .targetGroupArn());
      }
    }
    Answer tags = source.call("elasticloadbalancing:DescribeTags(target-group)", arns);
    assertThat(tags.failures()).isEmpty();
    assertThat(tags.items())
        .extracting(item -> ((Value.Text) item.get("TargetGroupArn")).value())
        .containsExactlyInAnyOrderElementsOf(arns);
    assertThat(tags.calls()).isEqualTo(3);
  }

  @Test
  void readsTheVersionsOfFewTemplatesOneByOne() {
    List<String> few = TEMPLATE_IDS.subList(0, 2);
    Answer versions = source.call("ec2:DescribeLaunchTemplateVersions($Latest)", few);
    assertThat(versions.items())
        .extracting(item -> ((Value.Text) item.get("LaunchTemplateId")).value())
        .containsExactlyElementsOf(few);
    assertThat(versions.calls()).isEqualTo(2);
  }

  @Test
  void failsWhereATemplateHasNoVersion() {
    Answer versions =
        source.call("ec2:DescribeLaunchTemplateVersions($Latest)", List.of("lt-00000000000000000"));
    assertThat(versions.failure("lt-00000000000000000")).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "s3:GetBucketLifecycleConfiguration",
        "s3:GetBucketPolicy",
        "s3:GetBucketTagging",
        "s3:GetPublicAccessBlock",
        "s3:GetBucketOwnershipControls"
      })
  void answersNothingForASettingThatNobodyMade(String operation) {
    Answer answer = source.call(operation, List.of(BUCKET));
    assertThat(answer.failures()).isEmpty();
    assertThat(answer.items().size()).isLessThanOrEqualTo(1);
  }

  @Test
  void failsWhereTheBucketOfASettingIsGone() {
    Answer answer = source.call("s3:GetBucketVersioning", List.of("plumbline-gone"));
    assertThat(String.valueOf(answer.failure("plumbline-gone"))).contains("NoSuchBucket");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "iam:GetRole",
        "iam:GetRolePolicy",
        "iam:ListAttachedRolePolicies",
        "iam:GetInstanceProfile",
        "s3:HeadBucket"
      })
  void answersNothingForWhatIsNotThere(String operation) {
    Answer answer = source.call(operation, List.of("plumbline-gone"));
    assertThat(answer.failures()).isEmpty();
    assertThat(answer.items()).isEmpty();
  }
}
