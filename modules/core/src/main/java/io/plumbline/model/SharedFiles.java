package io.plumbline.model;

import io.plumbline.value.Value;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file system that many machines mount at once: home folders, code, environments. Always
 * encrypted. Protected: it survives {@code destroy}.
 *
 * @param subnets where machines mount it; null where the stack does not say, which is reported
 * @param seldom after how long without a use a file becomes cheap to keep and dear to read; null
 *     never
 * @param archive after how long it becomes cheaper still; null never
 * @param promoted whether a file that is used comes back from there
 * @param backedUp whether the provider backs it up each day
 * @param key what it is encrypted with; null: the account's own key
 */
public record SharedFiles(
    Identity identity,
    @Nullable Subnets subnets,
    List<SecurityRules> securedBy,
    Throughput throughput,
    @Nullable Duration seldom,
    @Nullable Duration archive,
    boolean promoted,
    boolean backedUp,
    @Nullable AnyKey key)
    implements Component {
  public SharedFiles {
    securedBy = List.copyOf(securedBy);
  }

  /** How fast it is, and how that is paid for. */
  public sealed interface Throughput {
    /** As fast as needed; paid by what is moved. */
    record Elastic() implements Throughput {}

    /** In proportion to what it holds, with credit for bursts. */
    record Bursting() implements Throughput {}

    /** Always so many MiB a second; paid by the hour. */
    record Provisioned(int mibPerSecond) implements Throughput {}
  }

  /** The provider's id of it, known once it is there. */
  public Value liveId() {
    return Value.ref(id(), "id");
  }

  /** Its full name at the provider, as policies name it. */
  public Value arn() {
    return Value.ref(id(), "arn");
  }

  /** The host that machines mount it from. */
  public Value dnsName() {
    return Value.ref(id(), "dnsName");
  }

  @Override
  public List<Component> uses() {
    return new Uses().in(subnets).and(securedBy).and(key).list();
  }

  @Override
  public String noun() {
    return "shared files";
  }
}
