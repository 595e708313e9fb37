package io.plumbline.live.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.spi.AuditLog.Call;
import io.plumbline.spi.AuditLog.Effect;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.cloudtrail.model.Event;
import software.amazon.awssdk.services.cloudtrail.model.Resource;

class CloudTrailEventTest {
  private static final String ASSUMED =
      """
      {"type": "AssumedRole", "principalId": "AROAEXAMPLE:jane", "accessKeyId": "ASIAEXAMPLE",
       "arn": "arn:aws:sts::123456789012:assumed-role/operator/jane",
       "sessionContext": {"sourceIdentity": "jane.doe",
         "sessionIssuer": {"arn": "arn:aws:iam::123456789012:role/operator"}}}
      """;

  private static Optional<Call> call(String identity, String more) {
    String record =
        """
        {"eventSource": "ec2.amazonaws.com", "eventName": "AuthorizeSecurityGroupIngress",
         "readOnly": false, "userIdentity": %s,
         "requestParameters": {"groupId": "sg-1", "ipPermissions": {"items": [{"fromPort": 22}]}},
         "responseElements": {"securityGroupRuleSet": {"items": [
           {"securityGroupRuleArn":
             "arn:aws:ec2:eu-west-1:123456789012:security-group-rule/sgr-1"}]}} %s}
        """
            .formatted(identity, more);
    return CloudTrailEvent.call(
        Event.builder()
            .eventId("e-1")
            .eventTime(Instant.EPOCH)
            .resources(Resource.builder().resourceName("sg-0").build())
            .cloudTrailEvent(record)
            .build());
  }

  @Test
  void tellsWhoDidWhatToWhat() {
    Call call = call(ASSUMED, "").orElseThrow();
    assertThat(call.name()).isEqualTo("ec2:AuthorizeSecurityGroupIngress");
    assertThat(call.principal())
        .isEqualTo(
            "arn:aws:sts::123456789012:assumed-role/operator/jane, source identity jane.doe");
    assertThat(call.names()).contains("sg-0", "sg-1", "sgr-1", "22");
    assertThat(call.settings()).contains("groupid", "fromport");
    assertThat(call.time()).isEqualTo(Instant.EPOCH);
  }

  @Test
  void tellsNoSecret() {
    assertThat(call(ASSUMED, "").orElseThrow().toString())
        .doesNotContain("ASIAEXAMPLE", "AROAEXAMPLE");
  }

  @Test
  void namesServicesThatActByThemselvesOrForSomebody() {
    assertThat(
            call("{\"type\": \"AWSService\", \"invokedBy\": \"autoscaling.amazonaws.com\"}", "")
                .orElseThrow()
                .principal())
        .isEqualTo("autoscaling.amazonaws.com");
    assertThat(
            call(
                    """
                    {"type": "IAMUser", "arn": "arn:aws:iam::1:user/joe",
                     "invokedBy": "cloudformation.amazonaws.com"}
                    """,
                    "")
                .orElseThrow()
                .principal())
        .isEqualTo("arn:aws:iam::1:user/joe, by way of cloudformation.amazonaws.com");
    assertThat(
            call("{\"type\": \"SAMLUser\", \"userName\": \"joe\"}", "").orElseThrow().principal())
        .isEqualTo("joe");
    assertThat(call("{\"type\": \"Unknown\"}", "").orElseThrow().principal()).isEqualTo("Unknown");
  }

  @Test
  void leavesOutWhatFailedWhatReadAndWhatIsNoRecord() {
    assertThat(call(ASSUMED, ", \"errorCode\": \"Client.UnauthorizedOperation\"")).isEmpty();
    assertThat(call(ASSUMED, ", \"readOnly\": true")).isEmpty();
    assertThat(CloudTrailEvent.call(Event.builder().cloudTrailEvent("<gone>").build())).isEmpty();
    assertThat(CloudTrailEvent.call(Event.builder().build())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "RunInstances, MAKES",
    "CreateTags, TAGS",
    "CreateOrUpdateTags, TAGS",
    "PutBucketTagging, TAGS",
    "CreateLaunchTemplateVersion, MAKES CHANGES",
    "CreateTargetGroup, MAKES",
    "RegisterTargets, MAKES CHANGES",
    "PutRolePolicy, MAKES CHANGES",
    "UpdateAutoScalingGroup, CHANGES",
    "SetDesiredCapacity, CHANGES",
    "DeleteBucketEncryption, REMOVES CHANGES",
    "ScheduleKeyDeletion, REMOVES CHANGES",
    "ChangeResourceRecordSets, MAKES CHANGES REMOVES"
  })
  void knowsWhatACallMayDo(String name, String effects) {
    Set<String> expected = Set.of(effects.split(" ", -1));
    assertThat(CallEffects.of(name))
        .extracting(Effect::name)
        .containsExactlyInAnyOrderElementsOf(expected);
  }
}
