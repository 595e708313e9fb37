package io.plumbline.live.aws;

import io.plumbline.model.Site;
import io.plumbline.spi.LiveSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.regions.PartitionMetadata;
import software.amazon.awssdk.regions.Region;

/**
 * Answers from AWS at one site, in the words of the SDK's model. It knows operations and nothing
 * else: {@link AwsOperations} lists them. At most {@value #AT_A_TIME} requests are out at a time.
 */
public final class AwsLiveSource implements LiveSource {
  private static final int AT_A_TIME = 8;

  private final AwsServices services;
  private final ExecutorService threads;
  private final Map<String, String> constants;

  public AwsLiveSource(Site site) {
    this.services = new AwsServices(site);
    // Threads of the platform: before JDK 24 the JDK's HTTP client pins virtual ones.
    this.threads = Executors.newFixedThreadPool(AT_A_TIME, AwsLiveSource::thread);
    this.constants = constants(services.region(), site.setting("account"));
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "plumbline-live-aws");
    thread.setDaemon(true);
    return thread;
  }

  /**
   * The account only where the site says it: to ask for it costs a call that nothing else needs.
   */
  private static Map<String, String> constants(String region, @Nullable String account) {
    Map<String, String> constants = new LinkedHashMap<>();
    constants.put("partition", PartitionMetadata.of(Region.of(region)).id());
    constants.put("region", region);
    if (account != null) {
      constants.put("account", account);
    }
    return constants;
  }

  @Override
  public Answer call(String operation, List<String> keys) {
    Operation known = AwsOperations.find(operation);
    if (known == null) {
      Failure unknown = new Failure(operation, "UnknownOperation: this version cannot call it");
      return new Answer(List.of(), Map.of("", unknown), 0);
    }
    Asking asking = new Asking(operation, threads, services.attempts());
    Operation.Reader again = keys.isEmpty() ? null : known.again();
    (again == null ? known.reader() : again).read(services, keys, asking);
    return asking.answer();
  }

  @Override
  public Map<String, String> constants() {
    return constants;
  }

  @Override
  public void close() {
    threads.shutdownNow();
    services.close();
  }
}
