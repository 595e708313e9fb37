package io.plumbline.e2e.drift;

import static io.plumbline.e2e.drift.Change.drift;
import static io.plumbline.e2e.drift.Change.noDrift;

import java.util.List;

/** What is done to nodes themselves, and to machines beside them. */
final class NodeChanges {
  private NodeChanges() {}

  static List<Change> all() {
    return List.of(
        drift(
            "a node is started by hand in our network",
            "unmanaged instance <- net",
            fleet -> startIn(fleet, fleet.subnet(Fleet.PRIVATE_A))),
        noDrift(
            "a node is started by hand elsewhere",
            fleet -> {
              String vpc = fleet.vpc();
              return startIn(
                  fleet,
                  fleet.ec2().describeSubnets().subnets().stream()
                      .filter(subnet -> !subnet.vpcId().equals(vpc))
                      .findFirst()
                      .orElseThrow()
                      .subnetId());
            }),
        drift(
            "a node of a group becomes one of another type",
            "changed trainers/group instances/instanceType <- trainers",
            fleet -> {
              var node = fleet.node("trainers");
              retype(fleet, node.instanceId(), "p4d.24xlarge");
              return () -> retype(fleet, node.instanceId(), node.instanceTypeAsString());
            }));
  }

  private static Runnable startIn(Fleet fleet, String subnet) {
    String id =
        fleet
            .ec2()
            .runInstances(
                r ->
                    r.imageId("ami-0abcdef1234567890")
                        .instanceType("g5.xlarge")
                        .subnetId(subnet)
                        .minCount(1)
                        .maxCount(1))
            .instances()
            .get(0)
            .instanceId();
    return () -> fleet.ec2().terminateInstances(r -> r.instanceIds(id));
  }

  private static void retype(Fleet fleet, String id, String type) {
    fleet.ec2().stopInstances(r -> r.instanceIds(id));
    fleet.ec2().modifyInstanceAttribute(r -> r.instanceId(id).instanceType(t -> t.value(type)));
    fleet.ec2().startInstances(r -> r.instanceIds(id));
  }
}
