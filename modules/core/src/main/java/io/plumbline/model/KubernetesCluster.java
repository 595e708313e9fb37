package io.plumbline.model;

import io.plumbline.unit.Cidr;
import io.plumbline.value.Value;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A Kubernetes control plane that the provider runs. Its nodes are {@link NodePool}s, what the
 * provider keeps running in it are {@link ClusterAddOn}s; whoever it does not name as having access
 * has none.
 *
 * @param subnets where it reaches its nodes from; null where the stack does not say, which is
 *     reported
 * @param version of Kubernetes: {@code "1.34"}; null where the stack does not say, which is
 *     reported
 * @param endpoint from where its API is reached
 * @param securedBy rules that it carries beside those that the provider gives it
 * @param secretsKey what its secrets are encrypted with, beside the provider's own encryption; null
 *     for that alone
 * @param logs what of the control plane is recorded
 * @param keepLogs how long records are kept
 * @param accesses who may do what in it
 * @param serviceCidr addresses of its services; null: the provider chooses a block
 * @param support what becomes of it when its version grows old
 * @param tags beside those that say whose it is
 */
public record KubernetesCluster(
    Identity identity,
    @Nullable Subnets subnets,
    @Nullable String version,
    Endpoint endpoint,
    List<SecurityRules> securedBy,
    @Nullable AnyKey secretsKey,
    Set<Log> logs,
    Duration keepLogs,
    List<Access> accesses,
    @Nullable Cidr serviceCidr,
    Support support,
    Map<String, String> tags)
    implements Component {
  public KubernetesCluster {
    securedBy = List.copyOf(securedBy);
    logs = Collections.unmodifiableSet(new LinkedHashSet<>(logs));
    accesses = List.copyOf(accesses);
    tags = Collections.unmodifiableMap(new LinkedHashMap<>(tags));
  }

  /**
   * From where the API is reached.
   *
   * @param isPrivate whether its network reaches it without the internet
   * @param publicFrom blocks of the internet that reach it; empty for none
   */
  public record Endpoint(boolean isPrivate, List<Cidr> publicFrom) {
    public Endpoint {
      publicFrom = List.copyOf(publicFrom);
    }
  }

  /** A part of the control plane that keeps records. */
  public enum Log {
    API,
    AUDIT,
    AUTHENTICATOR,
    CONTROLLER_MANAGER,
    SCHEDULER
  }

  /** What becomes of a cluster when the support of its version ends. */
  public enum Support {
    /** The provider moves it to the next version. */
    STANDARD,
    /** It stays, at a higher price, for as long as the provider offers that. */
    EXTENDED
  }

  /** What somebody may do: the roles that Kubernetes has for people. */
  public enum Level {
    /** Everything, in all of the cluster. */
    CLUSTER_ADMIN,
    /** Nearly everything, roles included, in some namespaces. */
    ADMIN,
    /** Change things, but no roles. */
    EDIT,
    /** Look at things, but at no secrets. */
    VIEW
  }

  /**
   * Who may do what.
   *
   * @param id unique in the cluster, fixed for life
   * @param principal who, as the provider's identity service names it
   * @param namespaces where; empty for everywhere
   */
  public record Access(String id, Value principal, Level level, List<String> namespaces) {
    public Access {
      namespaces = List.copyOf(namespaces);
    }
  }

  /** Its name at the provider, known once it is there: what clients are told. */
  public Value name() {
    return Value.ref(id(), "name");
  }

  /** Where its API answers, known once it is there. */
  public Value address() {
    return Value.ref(id(), "endpoint");
  }

  @Override
  public List<Component> uses() {
    return new Uses().in(subnets).and(securedBy).and(secretsKey).list();
  }

  @Override
  public List<Value> values() {
    List<Value> values = new ArrayList<>(Component.super.values());
    accesses.forEach(access -> values.add(access.principal()));
    return values;
  }

  @Override
  public String noun() {
    return "cluster";
  }
}
