package io.plumbline.cloudformation;

import io.plumbline.aws.client.AwsClients;
import io.plumbline.model.Site;
import io.plumbline.model.Target;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * The bucket in which templates are handed over to CloudFormation. A site names its own; an
 * endpoint on this machine, where nobody minds one more, gets one made.
 */
final class ArtefactBucket implements AutoCloseable {
  /** The setting of a site that names the bucket. */
  static final String SETTING = "artefacts.bucket";

  private static final String LOCAL = "plumbline-artefacts";

  private final S3Client s3;
  private final String bucket;
  private final String folder;

  private ArtefactBucket(S3Client s3, String bucket, String folder) {
    this.s3 = s3;
    this.bucket = bucket;
    this.folder = folder;
  }

  /** The name, or null where a site has none. */
  static @Nullable String name(Site site) {
    String named = site.setting(SETTING);
    return named == null && AwsClients.isLocal(site) ? LOCAL : named;
  }

  static ArtefactBucket open(AwsClients clients, Target target) {
    S3Client s3 = clients.open(S3Client.builder().forcePathStyle(clients.pathStyle()));
    String named = target.site().setting(SETTING);
    if (named == null) {
      s3.createBucket(request -> request.bucket(LOCAL));
    }
    String bucket = named == null ? LOCAL : named;
    return new ArtefactBucket(s3, bucket, "plumbline/" + target.path());
  }

  /** Puts a template there, and says where. */
  String put(TemplateFile file) {
    String key = folder + "/" + file.name();
    s3.putObject(put -> put.bucket(bucket).key(key), RequestBody.fromBytes(file.bytes()));
    return url(key);
  }

  /** Where the templates are. */
  String folder() {
    return url(folder);
  }

  private String url(String key) {
    return s3.utilities().getUrl(url -> url.bucket(bucket).key(key)).toString();
  }

  @Override
  public void close() {
    s3.close();
  }
}
