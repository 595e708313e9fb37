package io.plumbline.cloudformation;

import io.plumbline.aws.client.AwsClients;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.model.Target;
import io.plumbline.spi.Engine.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.cloudformation.model.CreateChangeSetRequest;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * A template on its way to CloudFormation, which takes short ones in the request and longer ones
 * from a bucket.
 */
record TemplateFile(String text) {
  /** The setting of a site that names the bucket. */
  static final String BUCKET = "artefacts.bucket";

  static TemplateFile of(Workspace workspace) {
    Path file =
        workspace.directory().resolve(CloudFormationFormat.ID).resolve(CloudFormationFormat.FILE);
    try {
      return new TemplateFile(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Passes if CloudFormation takes it.
   *
   * @param legal the graph that it was written from
   * @throws io.plumbline.diagnostic.InvalidInputException if not
   */
  void check(ResourceGraph legal, Target target) {
    Limits.check(legal, bytes().length, target);
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
    if (bytes().length <= Limits.BYTES_IN_REQUEST) {
      request.templateBody(text);
    } else {
      request.templateURL(upload(clients, target));
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
