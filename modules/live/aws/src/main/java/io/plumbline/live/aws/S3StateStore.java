package io.plumbline.live.aws;

import io.plumbline.aws.client.AwsClients;
import io.plumbline.model.Site;
import io.plumbline.spi.EngineException;
import io.plumbline.spi.StateStore;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;

/**
 * Release records and locks in a bucket, where every machine sees them. S3 reads what was last
 * written, and writes where nothing stands yet for one of several alone; a lock needs no more.
 */
final class S3StateStore implements StateStore {
  private static final int PRECONDITION_FAILED = 412;
  private static final int CONFLICT = 409;

  private final String bucket;
  private final @Nullable String kmsKey;
  private final S3Client s3;

  S3StateStore(Site site, String bucket) {
    this.bucket = bucket;
    this.kmsKey = site.setting("state.kms-key");
    this.s3 =
        new AwsClients(at(site)).open(S3Client.builder().forcePathStyle(isElsewhere(at(site))));
  }

  /** The bucket may be elsewhere than what it keeps the state of. */
  private static Site at(Site site) {
    Map<String, String> settings = new TreeMap<>(site.settings());
    for (String own : List.of("region", "endpoint")) {
      String value = site.setting("state." + own);
      if (value != null) {
        settings.put(own, value);
      }
    }
    return new Site(site.name(), site.provider(), site.engine(), settings, site.source());
  }

  private static boolean isElsewhere(Site site) {
    return site.setting("endpoint") != null;
  }

  @Override
  public @Nullable String read(String key) {
    try {
      return asking(() -> s3.getObjectAsBytes(r -> r.bucket(bucket).key(key))).asUtf8String();
    } catch (NoSuchKeyException e) {
      return null;
    }
  }

  @Override
  public void write(String key, String text) {
    put(request(key).build(), text);
  }

  @Override
  public boolean create(String key, String text) {
    try {
      put(request(key).ifNoneMatch("*").build(), text);
      return true;
    } catch (S3Exception e) {
      if (isTaken(e)) {
        return false;
      }
      throw e;
    }
  }

  @Override
  public boolean replace(String key, String before, String after) {
    try {
      ResponseBytes<GetObjectResponse> there =
          asking(() -> s3.getObjectAsBytes(r -> r.bucket(bucket).key(key)));
      if (!before.equals(there.asUtf8String())) {
        return false;
      }
      put(request(key).ifMatch(there.response().eTag()).build(), after);
      return true;
    } catch (NoSuchKeyException e) {
      return false;
    } catch (S3Exception e) {
      if (isTaken(e)) {
        return false;
      }
      throw e;
    }
  }

  private PutObjectRequest.Builder request(String key) {
    PutObjectRequest.Builder request = PutObjectRequest.builder().bucket(bucket).key(key);
    return kmsKey == null
        ? request
        : request.serverSideEncryption(ServerSideEncryption.AWS_KMS).ssekmsKeyId(kmsKey);
  }

  private void put(PutObjectRequest request, String text) {
    asking(() -> s3.putObject(request, RequestBody.fromString(text)));
  }

  private static boolean isTaken(S3Exception e) {
    return e.statusCode() == PRECONDITION_FAILED || e.statusCode() == CONFLICT;
  }

  @Override
  public void delete(String key) {
    asking(() -> s3.deleteObject(r -> r.bucket(bucket).key(key)));
  }

  @Override
  public List<String> keys(String start) {
    return asking(
        () ->
            s3.listObjectsV2Paginator(r -> r.bucket(bucket).prefix(start)).contents().stream()
                .map(S3Object::key)
                .sorted()
                .toList());
  }

  @Override
  public String place() {
    return "s3://" + bucket;
  }

  @Override
  public boolean shared() {
    return true;
  }

  /** What S3 answers to a key or a condition is the caller's; everything else is told the user. */
  private <T> T asking(Supplier<T> call) {
    try {
      return call.get();
    } catch (NoSuchKeyException e) {
      throw e;
    } catch (S3Exception e) {
      throw isTaken(e) ? e : refused(e);
    } catch (SdkException e) {
      throw refused(e);
    }
  }

  private EngineException refused(SdkException e) {
    return new EngineException(
        "state in "
            + place()
            + " cannot be reached: "
            + Failures.describe(e)
            + ". Check state.bucket of the site, and the credentials' rights to it.",
        e);
  }
}
