package io.plumbline.cloudformation;

import io.plumbline.aws.client.AwsClients;
import io.plumbline.model.Target;
import io.plumbline.spi.Engine.Workspace;
import io.plumbline.spi.EngineException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.cloudformation.model.CreateChangeSetRequest;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * A template on its way to CloudFormation, which takes short ones in the request and longer ones
 * from a bucket.
 */
record TemplateFile(String text) {
  private static final int LONGEST_IN_REQUEST = 51_200;
  private static final int LONGEST = 1 << 20;
  private static final int MOST_RESOURCES = 500;
  private static final String BUCKET = "artefacts.bucket";
  private static final Pattern RESOURCE = Pattern.compile("(?m)^    Type: ");

  static TemplateFile of(Workspace workspace) {
    Path file =
        workspace.directory().resolve(CloudFormationFormat.ID).resolve(CloudFormationFormat.FILE);
    try {
      return new TemplateFile(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private byte[] bytes() {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  String sha256() {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes()));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every JDK has SHA-256", e);
    }
  }

  /** Puts the template, or where it is, into the request. */
  void into(CreateChangeSetRequest.Builder request, AwsClients clients, Target target) {
    checkLimits(target);
    if (bytes().length <= LONGEST_IN_REQUEST) {
      request.templateBody(text);
    } else {
      request.templateURL(upload(clients, target));
    }
  }

  private void checkLimits(Target target) {
    int length = bytes().length;
    long resources = RESOURCE.matcher(text).results().count();
    if (resources > MOST_RESOURCES || length > LONGEST) {
      throw new EngineException(
          target
              + ": the template has "
              + resources
              + " resources in "
              + length
              + " bytes; CloudFormation takes "
              + MOST_RESOURCES
              + " resources in "
              + LONGEST
              + " bytes. Split the stack, or provision this site by terraform");
    }
    if (length > LONGEST_IN_REQUEST && target.site().setting(BUCKET) == null) {
      throw new EngineException(
          target
              + ": the template has "
              + length
              + " bytes; CloudFormation takes more than "
              + LONGEST_IN_REQUEST
              + " from a bucket alone. Name one at site "
              + target.site().name()
              + ": artefacts.bucket");
    }
  }

  private String upload(AwsClients clients, Target target) {
    String bucket = target.site().setting(BUCKET, "");
    String key = "plumbline/" + target.path() + "/" + sha256() + ".yaml";
    try (S3Client s3 = clients.open(S3Client.builder().forcePathStyle(clients.pathStyle()))) {
      s3.putObject(put -> put.bucket(bucket).key(key), RequestBody.fromBytes(bytes()));
      return s3.utilities().getUrl(url -> url.bucket(bucket).key(key)).toString();
    }
  }
}
