package io.plumbline.live.aws;

import static io.plumbline.live.aws.Operation.byKey;
import static io.plumbline.live.aws.Operation.each;
import static io.plumbline.live.aws.Operation.list;

import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import software.amazon.awssdk.services.autoscaling.model.Activity;
import software.amazon.awssdk.services.autoscaling.model.DescribeScalingActivitiesResponse;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.ec2.model.InstanceTypeOffering;
import software.amazon.awssdk.services.ec2.model.LocationType;
import software.amazon.awssdk.services.ec2.model.NetworkInterface;
import software.amazon.awssdk.services.iam.model.EvaluationResult;
import software.amazon.awssdk.services.servicequotas.model.ServiceQuota;

/** What is asked before and after a deploy about capacity, one line an operation. */
final class CapacityOperations {
  private CapacityOperations() {}

  static final List<Operation> ALL =
      List.of(
          byKey(
              "autoscaling:DescribeScalingActivities",
              Activity::builder,
              "AutoScalingGroupName",
              Set.of(),
              CapacityOperations::activities),
          new Operation(
              "ec2:DescribeInstances(running)",
              Instance::builder,
              null,
              (aws, keys, asking) -> asking.ask("", items -> running(aws, items))),
          byKey(
              "ec2:DescribeInstanceTypeOfferings(availability-zone)",
              InstanceTypeOffering::builder,
              "InstanceType",
              Set.of(),
              (aws, type, items) ->
                  Operation.addAll(
                      aws.ec2()
                          .describeInstanceTypeOfferingsPaginator(
                              r ->
                                  r.locationType(LocationType.AVAILABILITY_ZONE)
                                      .filters(filter("instance-type", type))),
                      "InstanceTypeOfferings",
                      items)),
          list(
              "ec2:DescribeNetworkInterfaces(count)",
              NetworkInterface::builder,
              "NetworkInterfaces",
              aws -> aws.ec2().describeNetworkInterfacesPaginator(r -> r.maxResults(1000))),
          each(
              "servicequotas:GetServiceQuota",
              ServiceQuota::builder,
              "Key",
              "Quota",
              Set.of(),
              (aws, key) ->
                  aws.quotas()
                      .getServiceQuota(
                          r ->
                              r.serviceCode(key.replaceFirst("/.*", ""))
                                  .quotaCode(key.replaceFirst(".*/", "")))),
          new Operation(
              "iam:SimulatePrincipalPolicy",
              EvaluationResult::builder,
              "EvalActionName",
              (aws, actions, asking) ->
                  asking.ask("", items -> Simulation.run(aws, actions, items))));

  /** The newest first; one page has a hundred, and older ones say nothing of today. */
  private static void activities(AwsServices aws, String group, Consumer<Obj> items) {
    DescribeScalingActivitiesResponse page =
        aws.autoScaling()
            .describeScalingActivities(r -> r.autoScalingGroupName(group).maxRecords(100));
    Operation.addAll(List.of(page), "Activities", items);
  }

  private static void running(AwsServices aws, Consumer<Obj> items) {
    Operation.addAll(
        aws.ec2()
            .describeInstancesPaginator(
                r ->
                    r.maxResults(1000)
                        .filters(filter("instance-state-name", "pending", "running"))),
        "Reservations",
        reservation -> {
          if (reservation.get("Instances") instanceof Value.Sequence instances) {
            instances.items().forEach(instance -> items.accept((Obj) instance));
          }
        });
  }

  private static Filter filter(String name, String... values) {
    return Filter.builder().name(name).values(values).build();
  }
}
