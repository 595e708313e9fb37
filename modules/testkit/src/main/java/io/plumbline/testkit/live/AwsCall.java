package io.plumbline.testkit.live;

import com.sun.net.httpserver.Headers;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which operation of which service a request calls.
 *
 * @param service as in the signature's scope: {@code ec2}, {@code s3}
 * @param operation as in the permission: {@code DescribeVpcs}
 */
record AwsCall(String service, String operation) implements SpoiltCall {
  private static final Pattern SCOPE = Pattern.compile("Credential=[^/]+/\\d+/[^/]+/([^/]+)/");
  private static final Pattern ACTION = Pattern.compile("(?:^|&)Action=([^&]+)");

  private static final Set<String> REST = Set.of("elasticfilesystem");
  private static final Set<String> JSON = Set.of("fsx", "kms", "secretsmanager", "ssm");

  static AwsCall of(String method, URI uri, Headers headers, byte[] body) {
    Matcher scope = SCOPE.matcher(String.valueOf(headers.getFirst("Authorization")));
    String service = scope.find() ? scope.group(1) : "";
    if (service.equals("s3")) {
      return new AwsCall(service, s3(method, uri));
    }
    String target = headers.getFirst("X-Amz-Target");
    if (target != null) {
      return new AwsCall(service, target.substring(target.indexOf('.') + 1));
    }
    if (service.equals("route53")) {
      return new AwsCall(service, route53(uri.getPath()));
    }
    if (REST.contains(service)) {
      return new AwsCall(service, rest(uri.getPath()));
    }
    Matcher action = ACTION.matcher(new String(body, StandardCharsets.UTF_8));
    return new AwsCall(service, action.find() ? action.group(1) : "");
  }

  /** EFS says by the path what is meant. */
  private static String rest(String path) {
    String[] parts = path.split("/", -1);
    return switch (parts[parts.length - 1]) {
      case "file-systems" -> "DescribeFileSystems";
      case "mount-targets" -> "DescribeMountTargets";
      case "security-groups" -> "DescribeMountTargetSecurityGroups";
      case "backup-policy" -> "DescribeBackupPolicy";
      case "policy" -> "DescribeFileSystemPolicy";
      case "lifecycle-configuration" -> "DescribeLifecycleConfiguration";
      default -> path;
    };
  }

  /** Route 53 too; of its operations, those that read. */
  private static String route53(String path) {
    String[] parts = path.replaceAll("/$", "").split("/", -1);
    return switch (parts[parts.length - 1]) {
      case "hostedzone" -> "ListHostedZones";
      case "rrset" -> "ListResourceRecordSets";
      case "healthcheck" -> parts.length > 3 ? "ListTagsForResources" : "ListHealthChecks";
      default -> path;
    };
  }

  private boolean speaksJson() {
    return REST.contains(service) || JSON.contains(service);
  }

  /** S3 says by method and by a word in the query what is meant. */
  private static String s3(String method, URI uri) {
    String query = uri.getRawQuery() == null ? "" : uri.getRawQuery().replaceAll("[=&].*", "");
    String verb = method.charAt(0) + method.substring(1).toLowerCase(Locale.ROOT);
    return switch (query) {
      case "" -> verb + "Bucket";
      case "versioning" -> verb + "BucketVersioning";
      case "encryption" -> verb + "BucketEncryption";
      case "lifecycle" -> verb + "BucketLifecycleConfiguration";
      case "ownershipControls" -> verb + "BucketOwnershipControls";
      case "policy" -> verb + "BucketPolicy";
      case "publicAccessBlock" -> verb + "PublicAccessBlock";
      case "tagging" -> verb + "BucketTagging";
      default -> verb + ":" + query;
    };
  }

  @Override
  public String contentType() {
    return "text/xml";
  }

  /** An error in the form of the service. */
  @Override
  public String error(String code) {
    if (speaksJson()) {
      return "{\"__type\": \"" + code + "\", \"message\": \"" + code + ", by the proxy\"}";
    }
    String error = "<Code>" + code + "</Code><Message>" + code + ", by the proxy</Message>";
    return switch (service) {
      case "s3" -> "<Error>" + error + "</Error>";
      case "ec2" ->
          "<Response><Errors><Error>"
              + error
              + "</Error></Errors><RequestID>proxy</RequestID></Response>";
      default ->
          "<ErrorResponse><Error><Type>Sender</Type>"
              + error
              + "</Error><RequestId>proxy</RequestId></ErrorResponse>";
    };
  }

  /** An answer in good form that holds nothing. */
  @Override
  public String emptyAnswer() {
    if (speaksJson()) {
      return "{}";
    }
    return switch (operation) {
      case "GetBucketVersioning" -> "<VersioningConfiguration/>";
      case "GetBucketEncryption" -> "<ServerSideEncryptionConfiguration/>";
      case "GetBucketLifecycleConfiguration" -> "<LifecycleConfiguration/>";
      case "GetBucketOwnershipControls" -> "<OwnershipControls/>";
      case "GetBucketPolicy" -> "{}";
      case "GetPublicAccessBlock" -> "<PublicAccessBlockConfiguration/>";
      case "GetBucketTagging" -> "<Tagging/>";
      default -> emptyResponse();
    };
  }

  private String emptyResponse() {
    String inside =
        service.equals("ec2")
            ? "<requestId>proxy</requestId>"
            : "<"
                + operation
                + "Result/><ResponseMetadata><RequestId>proxy</RequestId></ResponseMetadata>";
    return "<" + operation + "Response>" + inside + "</" + operation + "Response>";
  }
}
