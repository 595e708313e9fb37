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
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * Release records and locks in a bucket, where every machine sees them. S3 reads what was last
 * written, and writes where nothing stands yet for one of several alone; a lock needs no more.
 */
final class S3StateStore implements StateStore {
  private static final int PRECONDITION_FAILED = 412;
  private static final int CONFLICT = 409;

  private final String bucket;
  private final String prefix;
  private final S3Client s3;

  S3StateStore(Site site, String bucket) {
    this.bucket = bucket;
    String key = site.setting("state.key", "");
    this.prefix = key.isEmpty() || key.endsWith("/") ? key : key + "/";
    this.s3 = new AwsClients(at(site)).open(S3Client.builder().forcePathStyle(isElsewhere(site)));
  }

  /** The bucket may be in another region than what it keeps the state of. */
  private static Site at(Site site) {
    String region = site.setting("state.region");
    if (region == null) {
      return site;
    }
    Map<String, String> settings = new TreeMap<>(site.settings());
    settings.put("region", region);
    return new Site(site.name(), site.provider(), site.engine(), settings, site.source());
  }

  private static boolean isElsewhere(Site site) {
    return site.setting("endpoint") != null;
  }

  @Override
  public @Nullable String read(String key) {
    try {
      return asking(() -> s3.getObjectAsBytes(r -> r.bucket(bucket).key(prefix + key)))
          .asUtf8String();
    } catch (NoSuchKeyException e) {
      return null;
    }
  }

  @Override
  public void write(String key, String text) {
    put(PutObjectRequest.builder().bucket(bucket).key(prefix + key).build(), text);
  }

  @Override
  public boolean create(String key, String text) {
    try {
      put(
          PutObjectRequest.builder().bucket(bucket).key(prefix + key).ifNoneMatch("*").build(),
          text);
      return true;
    } catch (S3Exception e) {
      if (e.statusCode() == PRECONDITION_FAILED || e.statusCode() == CONFLICT) {
        return false;
      }
      throw e;
    }
  }

  private void put(PutObjectRequest request, String text) {
    asking(() -> s3.putObject(request, RequestBody.fromString(text)));
  }

  @Override
  public void delete(String key) {
    asking(() -> s3.deleteObject(r -> r.bucket(bucket).key(prefix + key)));
  }

  @Override
  public List<String> keys(String start) {
    return asking(
        () ->
            s3
                .listObjectsV2Paginator(r -> r.bucket(bucket).prefix(prefix + start))
                .contents()
                .stream()
                .map(S3Object::key)
                .map(key -> key.substring(prefix.length()))
                .sorted()
                .toList());
  }

  @Override
  public String place() {
    return "s3://" + bucket + "/" + prefix;
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
      if (e.statusCode() == PRECONDITION_FAILED || e.statusCode() == CONFLICT) {
        throw e;
      }
      throw refused(e);
    } catch (SdkException e) {
      throw refused(e);
    }
  }

  private EngineException refused(SdkException e) {
    return new EngineException(
        "state in "
            + place()
            + " cannot be reached: "
            + e.getMessage()
            + ". Check state.bucket of the site, and the credentials' rights to it.",
        e);
  }
}
