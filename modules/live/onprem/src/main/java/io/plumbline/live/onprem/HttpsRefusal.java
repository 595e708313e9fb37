package io.plumbline.live.onprem;

import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Why a server was not heard by HTTPS, in one line that begins with a word. */
final class HttpsRefusal {
  private HttpsRefusal() {}

  static String of(int status, String path, String user) {
    return switch (status) {
      case 401, 403 -> "AccessDenied: HTTP " + status + " at " + path + " for " + user;
      case 404 -> "NotFound: HTTP 404 at " + path;
      default -> "Failed: HTTP " + status + " at " + path;
    };
  }

  static String of(@Nullable Throwable cause, Https.Reach reach) {
    Throwable certificate = in(cause, CertificateException.class);
    if (certificate == null) {
      certificate = in(cause, CertPathValidatorException.class);
    }
    if (certificate != null) {
      return "NotTrusted: its certificate: "
          + Refusal.oneLine(certificate.getMessage())
          + "; put its signer, or itself, into "
          + reach.caSetting();
    }
    if (in(cause, LimitedText.TooLongException.class) != null) {
      return "NotUnderstood: the answer has more than " + reach.mostBytes() + " B";
    }
    if (in(cause, HttpTimeoutException.class) != null) {
      return "NoAnswer: no connection within " + reach.connect().toSeconds() + " s";
    }
    if (in(cause, UnknownHostException.class) != null
        || in(cause, UnresolvedAddressException.class) != null) {
      return "NoAnswer: its name is not known";
    }
    if (in(cause, ConnectException.class) != null) {
      return "NoAnswer: " + said(cause, "it refuses the connection");
    }
    return (in(cause, SSLException.class) == null ? "NoAnswer: " : "NoAnswer: TLS: ")
        + said(cause, "the connection broke off");
  }

  private static @Nullable Throwable in(@Nullable Throwable thrown, Class<?> type) {
    for (Throwable each = thrown; each != null; each = each.getCause()) {
      if (type.isInstance(each)) {
        return each;
      }
    }
    return null;
  }

  private static String said(@Nullable Throwable cause, String otherwise) {
    String message = cause == null ? null : cause.getMessage();
    return message == null || message.isBlank() ? otherwise : Refusal.oneLine(message);
  }
}
