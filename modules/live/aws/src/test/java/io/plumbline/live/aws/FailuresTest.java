package io.plumbline.live.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.SocketTimeoutException;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.s3.model.S3Exception;

class FailuresTest {

  private static AwsServiceException refused(int status, String code, String message) {
    return S3Exception.builder()
        .statusCode(status)
        .awsErrorDetails(AwsErrorDetails.builder().errorCode(code).errorMessage(message).build())
        .build();
  }

  @Test
  void namesTheServicesCodeAndReason() {
    assertThat(Failures.describe(refused(403, "UnauthorizedOperation", "not you\n")))
        .isEqualTo("UnauthorizedOperation: not you");
  }

  @Test
  void goesByTheStatusWhereAnAnswerHasNoBody() {
    assertThat(Failures.code(refused(403, null, null))).isEqualTo("AccessDenied");
    assertThat(Failures.code(refused(404, "404", null))).isEqualTo("NotFound");
    assertThat(Failures.describe(refused(301, "", null))).isEqualTo("HTTP 301: no reason given");
  }

  @Test
  void namesTheCauseOfAnAnswerThatNeverCame() {
    SdkClientException lost =
        SdkClientException.create("cannot execute", new SocketTimeoutException("Read timed out"));
    assertThat(Failures.describe(lost)).isEqualTo("NoAnswer: cannot execute (Read timed out)");
  }

  @Test
  void tellsWhatIsNotUnderstoodFromWhatNeverCame() {
    assertThat(Failures.describe(new ClassCastException("list, not map")))
        .isEqualTo("NotUnderstood: list, not map");
  }
}
