package io.plumbline.dsl;

import io.plumbline.model.BareMetalFleet;
import io.plumbline.model.Bucket;
import io.plumbline.model.CapacityReservation;
import io.plumbline.model.ClusterAddOn;
import io.plumbline.model.Component;
import io.plumbline.model.DnsRecord;
import io.plumbline.model.ExistingCapacityBlock;
import io.plumbline.model.ExistingCapacityReservation;
import io.plumbline.model.ExistingKey;
import io.plumbline.model.ExistingNetwork;
import io.plumbline.model.ExistingSecret;
import io.plumbline.model.ExistingZone;
import io.plumbline.model.GpuPool;
import io.plumbline.model.InstanceRole;
import io.plumbline.model.InterruptionHandling;
import io.plumbline.model.Key;
import io.plumbline.model.KubernetesCluster;
import io.plumbline.model.LoadBalancer;
import io.plumbline.model.Monitoring;
import io.plumbline.model.Network;
import io.plumbline.model.NodePool;
import io.plumbline.model.ParallelFiles;
import io.plumbline.model.Parameter;
import io.plumbline.model.SecurityRules;
import io.plumbline.model.SharedFiles;
import io.plumbline.model.Site;
import io.plumbline.model.SlurmCluster;
import io.plumbline.model.VmFleet;
import io.plumbline.model.WorkloadRole;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * One site, to ask components of. Every method takes the component's id, {@code [a-z0-9-]{1,63}},
 * unique in the stack and fixed for life, and a lambda that sets the component up; it answers with
 * the component, which others take as it is.
 */
public final class SiteBlueprint {
  private final Draft draft;
  private final Site site;

  SiteBlueprint(Draft draft, Site site) {
    this.draft = draft;
    this.site = site;
  }

  /** Its name in the environment file. */
  public String name() {
    return site.name();
  }

  /**
   * Where it is, as the provider calls it ({@code "us-east-1"}); empty where the environment file
   * does not say.
   */
  public String region() {
    return site.setting("region", "");
  }

  /** A private network of ours with its subnets. */
  public Network network(String id, Consumer<NetworkBuilder> setUp) {
    return make(new NetworkBuilder(order(id)), setUp);
  }

  /** A network that is there already: referred to, never written. */
  public ExistingNetwork existingNetwork(String id, Consumer<ExistingNetworkBuilder> setUp) {
    return make(new ExistingNetworkBuilder(order(id)), setUp);
  }

  /**
   * Who may talk to what carries these rules, and to whom it may talk. Nothing may, until a rule
   * allows it.
   */
  public SecurityRules securityRules(String id, Consumer<SecurityRulesBuilder> setUp) {
    return make(new SecurityRulesBuilder(order(id)), setUp);
  }

  /** What nodes may do at the provider's own API. */
  public InstanceRole instanceRole(String id, Consumer<InstanceRoleBuilder> setUp) {
    return make(new InstanceRoleBuilder(order(id)), setUp);
  }

  /** Nodes with accelerators, all alike. */
  public GpuPool gpuPool(String id, Consumer<GpuPoolBuilder> setUp) {
    return make(new GpuPoolBuilder(order(id)), setUp);
  }

  /** Machines of our own in racks, all set up alike. */
  public BareMetalFleet bareMetalFleet(String id, Consumer<BareMetalFleetBuilder> setUp) {
    return make(new BareMetalFleetBuilder(order(id)), setUp);
  }

  /** Virtual machines on a hypervisor of our own, all alike. */
  public VmFleet vmFleet(String id, Consumer<VmFleetBuilder> setUp) {
    return make(new VmFleetBuilder(order(id)), setUp);
  }

  /** Slurm over machines of our own. */
  public SlurmCluster slurmCluster(String id, Consumer<SlurmClusterBuilder> setUp) {
    return make(new SlurmClusterBuilder(order(id)), setUp);
  }

  /** Prometheus over machines of our own, with alerts on what goes wrong with them. */
  public Monitoring monitoring(String id, Consumer<MonitoringBuilder> setUp) {
    return make(new MonitoringBuilder(order(id)), setUp);
  }

  /** A Kubernetes control plane that the provider runs, reached from its network alone. */
  public KubernetesCluster kubernetesCluster(String id, Consumer<KubernetesClusterBuilder> setUp) {
    return make(new KubernetesClusterBuilder(order(id)), setUp);
  }

  /** Nodes of a Kubernetes cluster, all alike. */
  public NodePool nodePool(String id, Consumer<NodePoolBuilder> setUp) {
    return make(new NodePoolBuilder(order(id)), setUp);
  }

  /** Something that the provider keeps running in a Kubernetes cluster. */
  public ClusterAddOn clusterAddOn(String id, Consumer<ClusterAddOnBuilder> setUp) {
    return make(new ClusterAddOnBuilder(order(id)), setUp);
  }

  /** What pods of a Kubernetes cluster may do at the provider's own API. */
  public WorkloadRole workloadRole(String id, Consumer<WorkloadRoleBuilder> setUp) {
    return make(new WorkloadRoleBuilder(order(id)), setUp);
  }

  /** One address in front of a pool's nodes. */
  public LoadBalancer loadBalancer(String id, Consumer<LoadBalancerBuilder> setUp) {
    return make(new LoadBalancerBuilder(order(id)), setUp);
  }

  /** What is answered to whoever asks for a name in a zone. */
  public DnsRecord dnsRecord(String id, Consumer<DnsRecordBuilder> setUp) {
    return make(new DnsRecordBuilder(order(id)), setUp);
  }

  /** The zone of a domain that is there already, and that the world asks: {@code "example.com"}. */
  public ExistingZone existingZone(String id, String domain) {
    return existingZone(id, domain, z -> {});
  }

  /** A zone of a domain that is there already, where its domain alone does not say which. */
  public ExistingZone existingZone(String id, String domain, Consumer<ExistingZoneBuilder> setUp) {
    return make(new ExistingZoneBuilder(order(id), domain), setUp);
  }

  /**
   * Capacity that is kept for us, and paid for, from the first deploy on; kept when the stack is
   * destroyed.
   */
  public CapacityReservation capacityReservation(
      String id, Consumer<CapacityReservationBuilder> setUp) {
    return make(new CapacityReservationBuilder(order(id)), setUp);
  }

  /** A reservation that is there already, by the provider's id of it: {@code "cr-…"}. */
  public ExistingCapacityReservation existingCapacityReservation(String id, String reservation) {
    return draft.add(new ExistingCapacityReservation(order(id).identity(), reservation));
  }

  /**
   * A block of capacity that was bought already, by the provider's id of it: {@code "cr-…"}.
   *
   * @param start when it begins, as it was bought
   * @param end when it ends, as it was bought
   */
  public ExistingCapacityBlock existingCapacityBlock(
      String id, String reservation, Instant start, Instant end) {
    return draft.add(new ExistingCapacityBlock(order(id).identity(), reservation, start, end));
  }

  /** What replaces nodes that the provider takes back, or whose hardware fails. */
  public InterruptionHandling interruptionHandling(
      String id, Consumer<InterruptionHandlingBuilder> setUp) {
    return make(new InterruptionHandlingBuilder(order(id)), setUp);
  }

  /** A store of objects: encrypted, versioned, never public, kept when the stack is destroyed. */
  public Bucket bucket(String id, Consumer<BucketBuilder> setUp) {
    return make(new BucketBuilder(order(id)), setUp);
  }

  /** A bucket as it is by default. */
  public Bucket bucket(String id) {
    return make(new BucketBuilder(order(id)), b -> {});
  }

  /** A key to encrypt with, under an alias that is its live name; rotated each year. */
  public Key key(String id, Consumer<KeyBuilder> setUp) {
    return make(new KeyBuilder(order(id)), setUp);
  }

  /** A key as it is by default. */
  public Key key(String id) {
    return make(new KeyBuilder(order(id)), k -> {});
  }

  /** A key that is there already, by its id, ARN or alias: {@code "alias/corporate"}. */
  public ExistingKey existingKey(String id, String called) {
    return make(new ExistingKeyBuilder(order(id), called), k -> {});
  }

  /** A plain text that machines look up by its name. */
  public Parameter parameter(String id, Consumer<ParameterBuilder> setUp) {
    return make(new ParameterBuilder(order(id)), setUp);
  }

  /** A secret that is there already, by its name or ARN: that it is there is all that is read. */
  public ExistingSecret existingSecret(String id, String called) {
    return make(new ExistingSecretBuilder(order(id), called), s -> {});
  }

  /** A file system that many machines mount: encrypted, backed up, kept. */
  public SharedFiles sharedFiles(String id, Consumer<SharedFilesBuilder> setUp) {
    return make(new SharedFilesBuilder(order(id)), setUp);
  }

  /** A file system in one zone, as fast as all its servers together. */
  public ParallelFiles parallelFiles(String id, Consumer<ParallelFilesBuilder> setUp) {
    return make(new ParallelFilesBuilder(order(id)), setUp);
  }

  private Order order(String id) {
    return new Order(draft, draft.idOf(id), site, draft.here());
  }

  private <C extends Component, B extends ComponentBuilder<C, B>> C make(
      B builder, Consumer<B> setUp) {
    setUp.accept(builder);
    return draft.add(builder.build());
  }
}
