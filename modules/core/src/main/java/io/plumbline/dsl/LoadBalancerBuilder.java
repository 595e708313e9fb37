package io.plumbline.dsl;

import io.plumbline.model.GpuPool;
import io.plumbline.model.LoadBalancer;
import io.plumbline.model.LoadBalancer.Backend;
import io.plumbline.model.LoadBalancer.Listener;
import io.plumbline.model.LoadBalancer.Protocol;
import io.plumbline.model.SecurityRules;
import io.plumbline.model.Subnets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sets up a load balancer. Needed: {@link #in}, one or more ports, {@link #forwardTo}. Ports of
 * HTTP and HTTPS make one that understands requests, ports of TCP and TLS one that passes
 * connections on.
 */
public final class LoadBalancerBuilder extends ComponentBuilder<LoadBalancer, LoadBalancerBuilder> {
  private final List<SecurityRules> securedBy = new ArrayList<>();
  private final List<Listener> listeners = new ArrayList<>();
  private @Nullable Subnets subnets;
  private boolean internal;
  private Duration idleTimeout = Duration.ofMinutes(5);
  private Duration drain = Duration.ofMinutes(5);
  private @Nullable GpuPool pool;
  private int port;
  private String path = "";

  LoadBalancerBuilder(Order order) {
    super("load balancer", order);
  }

  /** Where it stands: {@code net.publicSubnets()}, in two zones at least. */
  public LoadBalancerBuilder in(Subnets where) {
    subnets = where;
    return this;
  }

  /** Only the network reaches it; by default the internet does. */
  public LoadBalancerBuilder internal() {
    internal = true;
    return this;
  }

  /** Who may talk to it, and to whom it may talk. Called again, it adds. */
  public LoadBalancerBuilder securedBy(SecurityRules... rules) {
    securedBy.addAll(List.of(rules));
    return this;
  }

  /** Speaks HTTPS on a port, with a certificate that is there already, by the provider's id. */
  public LoadBalancerBuilder https(int onPort, String certificate) {
    return listen(Protocol.HTTPS, onPort, certificate, null);
  }

  /** Speaks HTTP on a port: anybody on the way can read it. */
  public LoadBalancerBuilder http(int onPort) {
    return listen(Protocol.HTTP, onPort, null, null);
  }

  /** Tells clients that speak HTTP on a port to come back by HTTPS, on another one. */
  public LoadBalancerBuilder redirectToHttps(int fromPort, int toPort) {
    return listen(Protocol.HTTP, fromPort, null, toPort);
  }

  /** Passes connections on from a port. */
  public LoadBalancerBuilder tcp(int onPort) {
    return listen(Protocol.TCP, onPort, null, null);
  }

  /** Passes connections on from a port, after it has decrypted them. */
  public LoadBalancerBuilder tls(int onPort, String certificate) {
    return listen(Protocol.TLS, onPort, certificate, null);
  }

  private LoadBalancerBuilder listen(
      Protocol protocol, int onPort, @Nullable String certificate, @Nullable Integer redirect) {
    listeners.add(new Listener(protocol, onPort, certificate, redirect));
    return this;
  }

  /** Sends traffic to this port of a pool's nodes, as long as {@code healthPath} answers 200. */
  public LoadBalancerBuilder forwardTo(GpuPool nodes, int nodePort, String healthPath) {
    pool = nodes;
    port = nodePort;
    path = healthPath;
    return this;
  }

  /** Sends connections to this port of a pool's nodes, as long as it takes them. */
  public LoadBalancerBuilder forwardTo(GpuPool nodes, int nodePort) {
    return forwardTo(nodes, nodePort, "");
  }

  /**
   * How long a connection may be silent; by default five minutes, since a long answer of a model
   * begins late.
   */
  public LoadBalancerBuilder idleTimeout(Duration time) {
    idleTimeout = time;
    return this;
  }

  /** How long a node that goes may finish what it has begun; by default five minutes. */
  public LoadBalancerBuilder drainAfter(Duration time) {
    drain = time;
    return this;
  }

  @Override
  LoadBalancerBuilder self() {
    return this;
  }

  @Override
  LoadBalancer build() {
    GpuPool nodes = pool;
    require(subnets != null, "it stands nowhere; say in(network.publicSubnets())");
    require(!listeners.isEmpty(), "it listens on no port; say https(443, \"arn:…\")");
    require(nodes != null, "it sends nothing on; say forwardTo(pool, 8000, \"/health\")");
    return new LoadBalancer(
        identity(),
        subnets,
        internal,
        securedBy,
        listeners,
        idleTimeout,
        nodes == null ? null : new Backend(nodes, port, path, drain));
  }

  private void require(boolean said, String detail) {
    if (!said) {
      report(Incomplete.RULE, detail);
    }
  }
}
