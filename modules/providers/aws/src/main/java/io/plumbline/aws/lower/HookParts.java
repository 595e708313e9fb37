package io.plumbline.aws.lower;

import io.plumbline.aws.kinds.LifecycleHook;
import io.plumbline.aws.kinds.RolePolicy;
import io.plumbline.graph.Resource;
import io.plumbline.model.Elasticity;
import io.plumbline.model.GpuPool;
import io.plumbline.model.InstanceRole;
import io.plumbline.value.Value;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a node waits for before it goes into service or ends, and the right of the pool's role to
 * say that it may go on: nodes know best when they are set up, and when nobody needs them any more.
 */
final class HookParts {
  private static final String RIGHTS = "hooks";

  private final GpuPool pool;
  private final Parts parts;
  private final String region;

  HookParts(GpuPool pool, Parts parts, String region) {
    this.pool = pool;
    this.parts = parts;
    this.region = region;
  }

  List<Resource> resources() {
    List<Resource> made = new ArrayList<>();
    Elasticity elasticity = pool.elasticity();
    if (elasticity.launch() != null) {
      // A node that nobody calls set up is not: another one is started in its place.
      made.add(hook(GpuPoolParts.LAUNCH, "LAUNCHING", elasticity.launch(), "ABANDON"));
    }
    if (elasticity.drain() != null) {
      // Either result ends the node; to abandon it would also skip what else waits to be told.
      made.add(hook(GpuPoolParts.DRAIN, "TERMINATING", elasticity.drain(), "CONTINUE"));
    }
    if (rights(pool) != null && pool.role() != null) {
      made.add(rights(pool.role()));
    }
    return made;
  }

  /** The part that nodes need before they start; null where they complete nothing. */
  static @Nullable String rights(GpuPool pool) {
    return pool.role() != null && pool.elasticity().hasHooks() ? RIGHTS : null;
  }

  private Resource hook(String name, String transition, Duration atMost, String otherwise) {
    return parts.make(
        name,
        LifecycleHook.KIND,
        Value.object(
            "autoScalingGroupName", Value.ref(parts.address(GpuPoolParts.GROUP), "name"),
            "lifecycleHookName", Value.text(name),
            "lifecycleTransition", Value.text("autoscaling:EC2_INSTANCE_" + transition),
            "heartbeatTimeout", Value.whole(atMost.toSeconds()),
            "defaultResult", Value.text(otherwise)));
  }

  /** By the group's name, which is known before there is a group: rights come before nodes. */
  private Resource rights(InstanceRole role) {
    String group =
        "arn:"
            + Policies.partition(region)
            + ":autoscaling:*:*:autoScalingGroup:*:autoScalingGroupName/"
            + parts.name(GpuPoolParts.GROUP, Names.SCALING_GROUP);
    return parts.make(
        RIGHTS,
        RolePolicy.KIND,
        Value.object(
            "roleName",
            Value.ref(role.id(), "name"),
            "policyName",
            Value.text("plumbline-hooks-" + pool.id()),
            "policyDocument",
            Policies.document(
                allow(
                    List.of(
                        "autoscaling:CompleteLifecycleAction",
                        "autoscaling:RecordLifecycleActionHeartbeat"),
                    group),
                // Which group a node is of; the action takes no single resource.
                allow(List.of("autoscaling:DescribeAutoScalingInstances"), "*"))));
  }

  private static Value allow(List<String> actions, String resource) {
    return Value.object(
        "Effect", Value.text("Allow"),
        "Action", Value.texts(actions),
        "Resource", Value.texts(List.of(resource)));
  }
}
