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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.autoscaling.AutoScalingClient;
import software.amazon.awssdk.services.ec2.Ec2Client;
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
