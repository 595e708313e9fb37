package io.plumbline.live.aws;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkPojo;

/** All read operations that can be called; a new one is one line in the table of its service. */
public final class AwsOperations {
  private static final Map<String, Operation> ALL = all();

  private AwsOperations() {}

  /**
   * What the items of an operation may hold.
   *
   * @param item an object of the SDK's type; its fields name the members, nested ones too
   * @param added the member by which it is asked, which each item has beside; null for none
   */
  public record RowType(SdkPojo item, @Nullable String added) {}

  static @Nullable Operation find(String id) {
    return ALL.get(id);
  }

  /** The types of all operations' items, by operation. */
  public static Map<String, RowType> rowTypes() {
    Map<String, RowType> types = new LinkedHashMap<>();
    ALL.forEach(
        (id, operation) -> types.put(id, new RowType(operation.row().get(), operation.key())));
    return types;
  }

  private static Map<String, Operation> all() {
    Map<String, Operation> all = new LinkedHashMap<>();
    Stream.of(
            AutoScalingOperations.ALL,
            CapacityOperations.ALL,
            CloudWatchOperations.ALL,
            DnsOperations.ALL,
            Ec2Operations.ALL,
            EfsOperations.ALL,
            EksOperations.ALL,
            EventOperations.ALL,
            FsxOperations.ALL,
            IamOperations.ALL,
            KmsOperations.ALL,
            LoadBalancingOperations.ALL,
            LambdaOperations.ALL,
            LogOperations.ALL,
            NetworkOperations.ALL,
            QueueOperations.ALL,
            S3Operations.ALL,
            SecretsOperations.ALL,
            SsmOperations.ALL)
        .flatMap(List::stream)
        .forEach(operation -> all.put(operation.id(), operation));
    return Collections.unmodifiableMap(all);
  }
}
