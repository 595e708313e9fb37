package io.plumbline.live.azure;

import com.azure.core.exception.AzureException;
import com.azure.core.util.BinaryData;
import com.azure.core.util.Context;
import com.azure.storage.blob.BlobContainerClient;
import com.azure.storage.blob.BlobContainerClientBuilder;
import com.azure.storage.blob.models.BlobDownloadContentResponse;
import com.azure.storage.blob.models.BlobErrorCode;
import com.azure.storage.blob.models.BlobItem;
import com.azure.storage.blob.models.BlobRequestConditions;
import com.azure.storage.blob.models.BlobStorageException;
import com.azure.storage.blob.models.ListBlobsOptions;
import com.azure.storage.blob.options.BlockBlobSimpleUploadOptions;
import io.plumbline.azure.client.AzureClients;
import io.plumbline.model.Site;
import io.plumbline.spi.EngineException;
import io.plumbline.spi.StateStore;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Release records and locks in a container of blobs, where every machine sees them. A blob is read
 * as it was last written, and is written on condition that nothing, or a certain version, stands
 * there: of several that try one succeeds. A lock needs no more; a lease would have to be renewed
 * for as long as a deploy takes.
 */
final class BlobStateStore implements StateStore {
  private static final int NOT_FOUND = 404;
  private static final int CONFLICT = 409;
  private static final int PRECONDITION_FAILED = 412;

  private final BlobContainerClient blobs;

  BlobStateStore(Site site, String account, String container) {
    AzureClients clients = AzureClients.ofStorage(at(site, account));
    String url = endpoint(site, account);
    this.blobs =
        new BlobContainerClientBuilder()
            .endpoint(clients.isLocal() ? url + "/" + account : url)
            .containerName(container)
            .pipeline(clients.pipeline())
            .buildClient();
  }

  private static String endpoint(Site site, String account) {
    String url = site.setting("state.endpoint", "https://" + account + ".blob.core.windows.net");
    return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
  }

  private static Site at(Site site, String account) {
    Map<String, String> settings = new TreeMap<>(site.settings());
    settings.put("endpoint", endpoint(site, account));
    return new Site(site.name(), site.provider(), site.engine(), settings, site.source());
  }

  @Override
  public @Nullable String read(String key) {
    return asking(
        () -> {
          BlobDownloadContentResponse there = find(key);
          return there == null ? null : there.getValue().toString();
        });
  }

  private @Nullable BlobDownloadContentResponse find(String key) {
    try {
      return blobs.getBlobClient(key).downloadContentWithResponse(null, null, null, Context.NONE);
    } catch (BlobStorageException e) {
      if (BlobErrorCode.BLOB_NOT_FOUND.equals(e.getErrorCode())) {
        return null;
      }
      throw e;
    }
  }

  @Override
  public void write(String key, String text) {
    asking(() -> put(key, text, new BlobRequestConditions()));
  }

  @Override
  public boolean create(String key, String text) {
    return asking(() -> put(key, text, new BlobRequestConditions().setIfNoneMatch("*")));
  }

  @Override
  public boolean replace(String key, String before, String after) {
    return asking(
        () -> {
          BlobDownloadContentResponse there = find(key);
          return there != null
              && before.equals(there.getValue().toString())
              && put(
                  key,
                  after,
                  new BlobRequestConditions().setIfMatch(there.getDeserializedHeaders().getETag()));
        });
  }

  /** Whether the condition held. */
  private boolean put(String key, String text, BlobRequestConditions conditions) {
    try {
      blobs
          .getBlobClient(key)
          .getBlockBlobClient()
          .uploadWithResponse(
              new BlockBlobSimpleUploadOptions(BinaryData.fromString(text))
                  .setRequestConditions(conditions),
              null,
              Context.NONE);
      return true;
    } catch (BlobStorageException e) {
      boolean conditional = conditions.getIfMatch() != null || conditions.getIfNoneMatch() != null;
      if (conditional
          && (e.getStatusCode() == PRECONDITION_FAILED
              || e.getStatusCode() == CONFLICT
              || BlobErrorCode.BLOB_NOT_FOUND.equals(e.getErrorCode()))) {
        return false;
      }
      throw e;
    }
  }

  @Override
  public void delete(String key) {
    asking(() -> blobs.getBlobClient(key).deleteIfExists());
  }

  @Override
  public List<String> keys(String prefix) {
    return asking(
        () ->
            blobs.listBlobs(new ListBlobsOptions().setPrefix(prefix), null).stream()
                .map(BlobItem::getName)
                .sorted()
                .toList());
  }

  @Override
  public String place() {
    return blobs.getBlobContainerUrl();
  }

  @Override
  public boolean shared() {
    return true;
  }

  private <T extends @Nullable Object> T asking(Supplier<T> call) {
    try {
      return call.get();
    } catch (BlobStorageException e) {
      String fix =
          e.getStatusCode() == NOT_FOUND
              ? "Make the container, or correct state.storage-account and state.container of the"
                  + " site"
              : "Check state.container of the site, and whether the credentials have role Storage"
                  + " Blob Data Contributor there; to check alone, Storage Blob Data Reader is"
                  + " enough";
      throw refused(e.getErrorCode() + ". " + fix, e);
    } catch (AzureException e) {
      throw refused(e.getMessage() + ". Check state.storage-account of the site", e);
    }
  }

  private EngineException refused(String why, AzureException e) {
    return new EngineException("state in " + place() + " cannot be reached: " + why + ".", e);
  }
}
