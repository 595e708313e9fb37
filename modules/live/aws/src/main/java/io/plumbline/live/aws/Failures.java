package io.plumbline.live.aws;

import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.sts.model.StsException;

/** Why a read did not succeed, in one line: AWS's code for it, or one of ours, and the details. */
final class Failures {
  private Failures() {}

  static String describe(RuntimeException failure) {
    // No read asks STS itself: its answer is about the role that the read was to be made in.
    return switch (failure) {
      case StsException refused -> "sts:AssumeRole: " + code(refused) + ": " + message(refused);
      case AwsServiceException refused -> code(refused) + ": " + message(refused);
      case ApiCallTimeoutException late -> "Timeout: " + oneLine(late);
      case ApiCallAttemptTimeoutException late -> "Timeout: " + oneLine(late);
      case AbortedException stopped -> "Stopped: " + oneLine(stopped);
      case SdkClientException lost -> "NoAnswer: " + oneLine(lost);
      default -> "NotUnderstood: " + oneLine(failure);
    };
  }

  /** The service's error code; answers without a body have none, as those to a HEAD. */
  static String code(AwsServiceException refused) {
    AwsErrorDetails details = refused.awsErrorDetails();
    String code = details == null ? null : details.errorCode();
    if (code != null && !code.isBlank() && !code.chars().allMatch(Character::isDigit)) {
      return code;
    }
    return switch (refused.statusCode()) {
      case 403 -> "AccessDenied";
      case 404 -> "NotFound";
      default -> "HTTP " + refused.statusCode();
    };
  }

  private static String message(AwsServiceException refused) {
    AwsErrorDetails details = refused.awsErrorDetails();
    String message = details == null ? null : details.errorMessage();
    return message == null || message.isBlank() ? "no reason given" : message.strip();
  }

  /** The message, and the one of the first cause where that says something else. */
  private static String oneLine(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    String outer = firstLine(failure);
    String inner = firstLine(root);
    return outer.contains(inner) ? outer : outer + " (" + inner + ")";
  }

  private static String firstLine(Throwable failure) {
    return String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
  }
}
