package io.plumbline.live.aws;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;
import software.amazon.awssdk.http.SdkHttpMethod;

/**
 * Refuses an answer that is none. The SDK reads an empty body, or the page of some proxy, as an
 * answer in which nothing stands: whoever trusts that takes all resources for deleted.
 */
final class Plausibility implements ExecutionInterceptor {
  /** The root element stands within so many bytes. */
  private static final int HEAD = 1024;

  private static final Pattern INNER = Pattern.compile("<[A-Za-z]");

  /**
   * An object; so S3 answers a policy, though all else is XML there. An empty one is true where
   * nothing was ever set, as the tags of a queue; who asks makes sure of what must stand in it.
   */
  private static final Pattern JSON = Pattern.compile("\\s*\\{\\s*[\"}]");

  /** A bucket without a policy is told by an error, not by an empty one. */
  private static final Pattern POLICY = Pattern.compile("\\s*\\{\\s*\"");

  /** Packages of the services that speak XML; the others speak JSON. */
  private static final Set<String> XML =
      Set.of(
          "autoscaling",
          "cloudwatch",
          "ec2",
          "elasticloadbalancingv2",
          "iam",
          "route53",
          "s3",
          "sts");

  @Override
  public Optional<InputStream> modifyHttpResponseContent(
      Context.ModifyHttpResponse context, ExecutionAttributes attributes) {
    Optional<InputStream> body = context.responseBody();
    if (context.httpRequest().method() == SdkHttpMethod.HEAD
        || !context.httpResponse().isSuccessful()) {
      return body;
    }
    String operation = attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME);
    boolean json = operation.equals("GetBucketPolicy") || !XML.contains(service(context.request()));
    return Optional.of(checked(body.orElse(InputStream.nullInputStream()), operation, json));
  }

  /** The last but one part of the package: {@code software.amazon.awssdk.services.ec2.model}. */
  private static String service(SdkRequest request) {
    String[] parts = request.getClass().getPackageName().split("\\.", -1);
    return parts[parts.length - 2];
  }

  private static InputStream checked(InputStream body, String operation, boolean json) {
    try {
      byte[] head = body.readNBytes(HEAD);
      String text = new String(head, StandardCharsets.UTF_8);
      Pattern object = operation.equals("GetBucketPolicy") ? POLICY : JSON;
      boolean answers = json ? object.matcher(text).lookingAt() : isElement(text, operation);
      if (!answers) {
        throw SdkClientException.create(
            "the answer is not one to " + operation + ": " + start(text));
      }
      return new SequenceInputStream(new ByteArrayInputStream(head), body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isElement(String text, String operation) {
    int root = Math.max(text.indexOf("<" + root(operation)), text.indexOf("<" + operation));
    // A bucket of which versioning was never touched answers an empty element; nothing else does.
    return root >= 0
        && (operation.equals("GetBucketVersioning")
            || INNER.matcher(text.substring(root + 1)).find());
  }

  private static String start(String text) {
    String line = text.isBlank() ? "nothing" : text.strip().lines().findFirst().orElse("");
    return line.substring(0, Math.min(60, line.length()));
  }

  /**
   * The element that an answer is. S3 names it after what is asked for, others that speak S3 may
   * not.
   */
  private static String root(String operation) {
    return switch (operation) {
      case "GetBucketEncryption" -> "ServerSideEncryptionConfiguration";
      case "GetBucketLifecycleConfiguration" -> "LifecycleConfiguration";
      case "GetBucketOwnershipControls" -> "OwnershipControls";
      case "GetBucketTagging" -> "Tagging";
      case "GetBucketVersioning" -> "VersioningConfiguration";
      case "GetPublicAccessBlock" -> "PublicAccessBlockConfiguration";
      default -> operation + "Response";
    };
  }
}
