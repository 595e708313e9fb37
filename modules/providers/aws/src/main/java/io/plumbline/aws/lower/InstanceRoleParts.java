package io.plumbline.aws.lower;

import io.plumbline.aws.kinds.InstanceProfile;
import io.plumbline.graph.Resource;
import io.plumbline.model.InstanceRole;
import io.plumbline.value.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * A role of nodes: a role that EC2 may take on, its own policy, what AWS manages, and the profile
 * that hands it to instances.
 */
final class InstanceRoleParts {
  static final String PROFILE = "profile";

  private InstanceRoleParts() {}

  static List<Resource> resources(InstanceRole role, Parts parts, String region) {
    RoleParts made = new RoleParts(parts, "", region);
    List<Resource> resources =
        new ArrayList<>(made.resources(role, Policies.trust("ec2.amazonaws.com")));
    resources.add(profile(parts, made));
    return resources;
  }

  /** With no tags, since CloudFormation cannot give it any: its name says whose it is. */
  private static Resource profile(Parts parts, RoleParts role) {
    return parts.make(
        PROFILE,
        InstanceProfile.KIND,
        Value.object(
            "name", parts.nameValue(PROFILE, Names.INSTANCE_PROFILE),
            "path", Value.text("/"),
            "role", role.name()));
  }
}
