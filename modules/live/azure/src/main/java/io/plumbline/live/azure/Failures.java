package io.plumbline.live.azure;

import com.azure.core.exception.AzureException;
import com.azure.core.exception.ClientAuthenticationException;
import io.plumbline.azure.client.ArmException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.http.HttpTimeoutException;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Why a read did not succeed, in one line: Azure's code for it, or one of ours, and the details.
 */
final class Failures {
  private Failures() {}

  static String describe(RuntimeException failure) {
    if (failure instanceof ArmException refused) {
      return refused.code() + ": " + firstLine(refused);
    }
    Throwable lost = network(failure);
    if (lost != null) {
      boolean late =
          lost instanceof TimeoutException
              || lost instanceof HttpTimeoutException
              || lost instanceof SocketTimeoutException;
      return (late ? "Timeout: " : "NoAnswer: ") + firstLine(lost);
    }
    return switch (failure) {
      case ClientAuthenticationException refused -> "NotSignedIn: " + firstLine(refused);
      case AzureException other -> "NoAnswer: " + firstLine(other);
      default -> "NotUnderstood: " + firstLine(failure);
    };
  }

  /** What the network did, somewhere among the causes; null for nothing. */
  private static @Nullable Throwable network(Throwable failure) {
    for (Throwable each = failure; each != null; each = each.getCause()) {
      if (each instanceof IOException || each instanceof TimeoutException) {
        return each;
      }
    }
    return null;
  }

  private static String firstLine(Throwable failure) {
    String message = String.valueOf(failure.getMessage());
    return message.lines().findFirst().orElse(failure.getClass().getSimpleName());
  }
}
