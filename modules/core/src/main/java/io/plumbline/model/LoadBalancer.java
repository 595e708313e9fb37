package io.plumbline.model;

import io.plumbline.value.Value;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One address in front of a pool's nodes, which sends what arrives to those that are well.
 *
 * @param subnets where it stands; null where the stack does not say, which is reported
 * @param internal whether only the network reaches it
 * @param idleTimeout how long a connection may be silent
 * @param backend where traffic goes; null where the stack does not say, which is reported
 */
public record LoadBalancer(
    Identity identity,
    @Nullable Subnets subnets,
    boolean internal,
    List<SecurityRules> securedBy,
    List<Listener> listeners,
    Duration idleTimeout,
    @Nullable Backend backend)
    implements Component {
  public LoadBalancer {
    securedBy = List.copyOf(securedBy);
    listeners = List.copyOf(listeners);
  }

  /** A protocol that it speaks. */
  public enum Protocol {
    HTTP,
    HTTPS,
    TCP,
    TLS;

    /** Whether it understands requests, and not only connections. */
    public boolean isHttp() {
      return this == HTTP || this == HTTPS;
    }

    /** Whether it shows a certificate. */
    public boolean isEncrypted() {
      return this == HTTPS || this == TLS;
    }
  }

  /**
   * A port that it listens on.
   *
   * @param certificate the provider's id of it; null where the protocol shows none
   * @param redirect the encrypted port that clients are told to use instead; null: traffic is sent
   *     on
   */
  public record Listener(
      Protocol protocol, int port, @Nullable String certificate, @Nullable Integer redirect) {}

  /**
   * Where traffic goes.
   *
   * @param path what is asked for to learn whether a node is well; empty for a connection alone
   * @param drain how long a node that goes may finish what it has begun
   */
  public record Backend(GpuPool pool, int port, String path, Duration drain) {}

  /** Whether it understands requests: all its listeners speak HTTP. */
  public boolean isHttp() {
    return listeners.stream().allMatch(listener -> listener.protocol().isHttp());
  }

  /** Whether it sends traffic to this pool. */
  public boolean isInFrontOf(GpuPool pool) {
    return backend != null && backend.pool().id().equals(pool.id());
  }

  /** The name under which it is reached, known once it is there. */
  public Value dnsName() {
    return Value.ref(id(), "dnsName");
  }

  @Override
  public List<Component> uses() {
    return new Uses()
        .in(subnets)
        .and(securedBy)
        .and(backend == null ? null : backend.pool())
        .list();
  }

  @Override
  public String noun() {
    return "load balancer";
  }
}
