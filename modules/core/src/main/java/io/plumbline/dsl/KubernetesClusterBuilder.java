package io.plumbline.dsl;

import io.plumbline.model.AnyKey;
import io.plumbline.model.KubernetesCluster;
import io.plumbline.model.KubernetesCluster.Access;
import io.plumbline.model.KubernetesCluster.Endpoint;
import io.plumbline.model.KubernetesCluster.Level;
import io.plumbline.model.KubernetesCluster.Log;
import io.plumbline.model.KubernetesCluster.Support;
import io.plumbline.model.SecurityRules;
import io.plumbline.model.Subnets;
import io.plumbline.unit.Cidr;
import io.plumbline.value.Value;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Sets up a Kubernetes control plane. Needed: {@link #in}, {@link #version}. With nothing else
 * said, its network alone reaches it, nobody but the provider has access, and nothing is recorded.
 */
public final class KubernetesClusterBuilder
    extends ComponentBuilder<KubernetesCluster, KubernetesClusterBuilder> {
  private final List<SecurityRules> securedBy = new ArrayList<>();
  private final Set<Log> logs = new LinkedHashSet<>();
  private final List<Access> accesses = new ArrayList<>();
  private final Map<String, String> tags = new LinkedHashMap<>();
  private final List<Cidr> publicFrom = new ArrayList<>();
  private @Nullable Subnets subnets;
  private @Nullable String version;
  private boolean isPrivate = true;
  private @Nullable AnyKey secretsKey;
  private Duration keepLogs = Duration.ofDays(90);
  private @Nullable Cidr serviceCidr;
  private Support support = Support.STANDARD;

  KubernetesClusterBuilder(Order order) {
    super("cluster", order);
  }

  /**
   * Where it reaches its nodes from, in two zones at least: {@code net.privateSubnets()}. Node
   * pools that say no other subnets live here.
   */
  public KubernetesClusterBuilder in(Subnets where) {
    subnets = where;
    return this;
  }

  /** The version of Kubernetes: {@code "1.34"}. Its nodes have the same. */
  public KubernetesClusterBuilder version(String minor) {
    version = minor;
    return this;
  }

  /** The internet reaches its API from these blocks. Called again, it adds. */
  public KubernetesClusterBuilder publicEndpoint(String... fromBlocks) {
    publicFrom.addAll(readCidrs(fromBlocks));
    return this;
  }

  /** Whether its network reaches its API without the internet; by default it does. */
  public KubernetesClusterBuilder privateEndpoint(boolean on) {
    isPrivate = on;
    return this;
  }

  /** Rules that it carries beside those that the provider gives it. Called again, it adds. */
  public KubernetesClusterBuilder securedBy(SecurityRules... rules) {
    securedBy.addAll(List.of(rules));
    return this;
  }

  /** What its secrets are encrypted with, beside the provider's own encryption. For life. */
  public KubernetesClusterBuilder secretsEncryptedWith(AnyKey key) {
    secretsKey = key;
    return this;
  }

  /** What of the control plane is recorded; by default nothing. Called again, it adds. */
  public KubernetesClusterBuilder logs(Log... parts) {
    logs.addAll(List.of(parts));
    return this;
  }

  /** How long records are kept; by default 90 days. */
  public KubernetesClusterBuilder keepLogs(Duration time) {
    keepLogs = time;
    return this;
  }

  /**
   * Somebody may do everything in it.
   *
   * @param name of this access, for life
   * @param principal who, as the provider names it: {@code "arn:aws:iam::123456789012:role/ops"}
   */
  public KubernetesClusterBuilder administrator(String name, String principal) {
    return access(name, Value.text(principal), Level.CLUSTER_ADMIN);
  }

  /**
   * Somebody may do something in it.
   *
   * @param name of this access, for life
   * @param principal who, as the provider names it
   * @param namespaces where; none for everywhere
   */
  public KubernetesClusterBuilder access(
      String name, String principal, Level level, String... namespaces) {
    return access(name, Value.text(principal), level, namespaces);
  }

  /** The same for a role of the design: {@code role.arn()}. */
  public KubernetesClusterBuilder access(
      String name, Value principal, Level level, String... namespaces) {
    accesses.add(new Access(name, principal, level, List.of(namespaces)));
    return this;
  }

  /** Addresses of its services, outside of its network; by default the provider chooses. */
  public KubernetesClusterBuilder serviceCidr(String block) {
    serviceCidr = readCidr(block);
    return this;
  }

  /**
   * What becomes of it when the support of its version ends; by default the provider moves it to
   * the next one.
   */
  public KubernetesClusterBuilder support(Support which) {
    support = which;
    return this;
  }

  /** A tag beside those that say whose it is. Called again, it adds. */
  public KubernetesClusterBuilder tag(String key, String value) {
    tags.put(key, value);
    return this;
  }

  @Override
  KubernetesClusterBuilder self() {
    return this;
  }

  @Override
  KubernetesCluster build() {
    if (subnets == null) {
      report(Incomplete.RULE, "it is nowhere; say in(network.privateSubnets())");
    }
    if (version == null) {
      report(Incomplete.RULE, "it has no version; say version(\"1.34\")");
    }
    return new KubernetesCluster(
        identity(),
        subnets,
        version,
        new Endpoint(isPrivate, publicFrom),
        securedBy,
        secretsKey,
        logs,
        keepLogs,
        accesses,
        serviceCidr,
        support,
        tags);
  }
}
