package io.plumbline.azure.lower;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import io.plumbline.model.GpuPool;
import io.plumbline.model.Image;
import io.plumbline.model.LoadBalancer;
import io.plumbline.model.Subnets;
import io.plumbline.model.Tier;
import io.plumbline.value.Value;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What each machine of a pool is: its image, disk, interface, login, script and health. */
final class NodeParts {
  /** The least and the most that Azure waits before it looks at a fresh machine. */
  private static final Duration LEAST_GRACE = Duration.ofMinutes(10);

  private static final Duration MOST_GRACE = Duration.ofMinutes(90);

  private static final int SSH = 22;

  private final GpuPool pool;
  private final Parts parts;
  private final List<LoadBalancer> balancers;
  private final boolean lookedAfter;

  NodeParts(GpuPool pool, Parts parts, List<LoadBalancer> balancers, boolean lookedAfter) {
    this.pool = pool;
    this.balancers = balancers;
    this.lookedAfter = lookedAfter;
    this.parts = parts;
  }

  Map<String, Value> attributes() {
    Map<String, Value> said = new LinkedHashMap<>(image());
    said.put("diskSizeGB", Value.whole(pool.rootDisk().size().gibibytes()));
    said.put("diskType", Value.text("Premium_LRS"));
    said.put("diskCaching", Value.text("ReadWrite"));
    said.put("terminateNotification", notice(pool.elasticity().drain()));
    said.put("networkInterfaces", Value.list(networkInterface()));
    said.put("computerNamePrefix", Value.text(parts.name(GpuPoolParts.SCALE_SET, Names.COMPUTER)));
    said.put("adminUsername", Value.text("azureuser"));
    said.put("disablePasswordAuthentication", Value.flag(true));
    said.put("sshKeys", Value.list(Value.ref(Place.SSH_KEY, "publicKey")));
    said.put("automaticRepairsPolicy", repairs());
    said.put("extensions", Value.list(health()));
    said.put(
        "userData",
        lookedAfter
            ? ScheduledEvents.before(pool.bootScript())
            : requireNonNullElse(pool.bootScript(), Value.NULL));
    said.put(
        "identities",
        pool.role() == null ? Value.NULL : Value.list(Value.ref(pool.role().id(), "id")));
    return said;
  }

  /** An id, or the four words by which the marketplace knows an image. */
  private Map<String, Value> image() {
    String id = ((Image.ById) requireNonNull(pool.image(), "validated")).id();
    if (id.startsWith("/")) {
      return Map.of("image", Value.text(id));
    }
    String[] words = id.split(":", 4);
    Map<String, Value> said = new LinkedHashMap<>();
    said.put("imagePublisher", Value.text(words[0]));
    said.put("imageOffer", Value.text(words[1]));
    said.put("imageSku", Value.text(words[2]));
    said.put("imageVersion", Value.text(words[3]));
    return said;
  }

  private static Value notice(@Nullable Duration drain) {
    return drain == null
        ? Value.NULL
        : Value.object(
            "enable", Value.flag(true), "notBeforeTimeout", Value.text(drain.toString()));
  }

  private Value networkInterface() {
    Subnets subnets = requireNonNull(pool.subnets(), "validated");
    List<Value> groups = pool.securedBy().stream().map(each -> Value.ref(each.id(), "id")).toList();
    List<Value> behind =
        balancers.stream()
            .map(each -> Value.ref(Parts.address(each, LoadBalancerParts.MACHINES), "id"))
            .toList();
    Value address =
        Value.object(
            "name",
            Value.text("main"),
            "primary",
            Value.flag(true),
            "subnet",
            NetworkParts.subnet(subnets),
            "applicationSecurityGroups",
            groups.isEmpty() ? Value.NULL : Value.list(groups),
            "loadBalancerBackendAddressPools",
            behind.isEmpty() ? Value.NULL : Value.list(behind),
            "privateIPAddressVersion",
            Value.text("IPv4"),
            "publicIPAddressConfiguration",
            subnets.tier() == Tier.PUBLIC
                ? Value.object("name", Value.text("public"), "idleTimeoutInMinutes", Value.whole(4))
                : Value.NULL);
    return Value.object(
        "name",
        Value.text("main"),
        "primary",
        Value.flag(true),
        "enableAcceleratedNetworking",
        Value.flag(true),
        "networkSecurityGroup",
        groups.isEmpty()
            ? Value.NULL
            : Value.ref(SecurityGroupParts.address(subnets.network()), "id"),
        "ipConfigurations",
        Value.list(address));
  }

  /** A machine that does not answer for so long is replaced. */
  private Value repairs() {
    Duration ready = requireNonNullElse(pool.elasticity().ready(), LEAST_GRACE);
    Duration grace = ready.compareTo(LEAST_GRACE) < 0 ? LEAST_GRACE : ready;
    return Value.object(
        "enabled",
        Value.flag(true),
        "gracePeriod",
        Value.text((grace.compareTo(MOST_GRACE) > 0 ? MOST_GRACE : grace).toString()),
        "repairAction",
        Value.text("Replace"));
  }

  /**
   * Whether a machine answers, as Azure's agent in it finds: what a balancer asks, or else whether
   * somebody listens where ssh does.
   */
  private Value health() {
    LoadBalancer.Backend backend = balancers.isEmpty() ? null : balancers.get(0).backend();
    String path = backend == null ? "" : backend.path();
    Value settings =
        Value.object(
            "protocol", Value.text(path.isEmpty() ? "tcp" : "http"),
            "port", Value.whole(backend == null ? SSH : backend.port()),
            "requestPath", path.isEmpty() ? Value.NULL : Value.text(path));
    return Value.object(
        "name", Value.text("health"),
        "publisher", Value.text("Microsoft.ManagedServices"),
        "type", Value.text("ApplicationHealthLinux"),
        "typeHandlerVersion", Value.text("1.0"),
        "autoUpgradeMinorVersion", Value.flag(true),
        "settings", settings);
  }
}
