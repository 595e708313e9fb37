package io.plumbline.live.aws;

import static io.plumbline.live.aws.Operation.each;
import static io.plumbline.live.aws.Operation.list;

import io.plumbline.value.Value;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import software.amazon.awssdk.services.ec2.model.CapacityReservation;
import software.amazon.awssdk.services.ec2.model.DescribeLaunchTemplateVersionsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeVpcAttributeResponse;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.InternetGateway;
import software.amazon.awssdk.services.ec2.model.LaunchTemplate;
import software.amazon.awssdk.services.ec2.model.LaunchTemplateVersion;
import software.amazon.awssdk.services.ec2.model.PlacementGroup;
import software.amazon.awssdk.services.ec2.model.Reservation;
import software.amazon.awssdk.services.ec2.model.RouteTable;
import software.amazon.awssdk.services.ec2.model.SecurityGroup;
import software.amazon.awssdk.services.ec2.model.SecurityGroupRule;
import software.amazon.awssdk.services.ec2.model.Subnet;
import software.amazon.awssdk.services.ec2.model.Vpc;
import software.amazon.awssdk.services.ec2.model.VpcAttributeName;

/** EC2, one line an operation; page sizes are the greatest that it allows. */
final class Ec2Operations {
  private Ec2Operations() {}

  /** Up to so many templates are asked for one by one; for more, the account's are listed. */
  private static final int FEW = 3;

  /**
   * States of reservations that keep capacity, or will. Others are over, and listed for a while.
   */
  private static final Filter PRESENT =
      Filter.builder()
          .name("state")
          .values(
              "active",
              "assessing",
              "delayed",
              "payment-pending",
              "pending",
              "scheduled",
              "unavailable",
              "unsupported")
          .build();

  /** An instance that was ended is listed for an hour. */
  private static final Filter THERE =
      Filter.builder()
          .name("instance-state-name")
          .values("pending", "running", "stopped", "stopping")
          .build();

  /** A placement group that was deleted is listed for a while. */
  private static final Filter STANDING =
      Filter.builder().name("state").values("available", "pending").build();

  static final List<Operation> ALL =
      List.of(
          list(
                  "ec2:DescribeCapacityReservations(present)",
                  CapacityReservation::builder,
                  "CapacityReservations",
                  aws ->
                      aws.ec2()
                          .describeCapacityReservationsPaginator(
                              r -> r.maxResults(1000).filters(PRESENT)))
              .one(
                  "CapacityReservations",
                  Set.of("InvalidCapacityReservationId.NotFound"),
                  (aws, id) ->
                      List.of(
                          aws.ec2()
                              .describeCapacityReservations(
                                  r -> r.capacityReservationIds(id).filters(PRESENT)))),
          Ec2List.list(
              "ec2:DescribeInstances(present)",
              Reservation::builder,
              "Reservations",
              "instance-id",
              (aws, filters) ->
                  aws.ec2().describeInstancesPaginator(r -> r.maxResults(1000).filters(filters)),
              THERE),
          Ec2List.list(
              "ec2:DescribeInternetGateways",
              InternetGateway::builder,
              "InternetGateways",
              "internet-gateway-id",
              (aws, filters) ->
                  aws.ec2()
                      .describeInternetGatewaysPaginator(r -> r.maxResults(1000).filters(filters))),
          Ec2List.list(
              "ec2:DescribeLaunchTemplates",
              LaunchTemplate::builder,
              "LaunchTemplates",
              "launch-template-name",
              (aws, filters) ->
                  aws.ec2()
                      .describeLaunchTemplatesPaginator(r -> r.maxResults(200).filters(filters))),
          new Operation(
              "ec2:DescribeLaunchTemplateVersions($Latest)",
              LaunchTemplateVersion::builder,
              "LaunchTemplateId",
              Ec2Operations::latestVersions),
          Ec2List.list(
              "ec2:DescribePlacementGroups",
              PlacementGroup::builder,
              "PlacementGroups",
              "group-name",
              (aws, filters) -> List.of(aws.ec2().describePlacementGroups(r -> r.filters(filters))),
              STANDING),
          Ec2List.list(
              "ec2:DescribeRouteTables",
              RouteTable::builder,
              "RouteTables",
              "route-table-id",
              (aws, filters) ->
                  aws.ec2().describeRouteTablesPaginator(r -> r.maxResults(100).filters(filters))),
          Ec2List.list(
              "ec2:DescribeSecurityGroups",
              SecurityGroup::builder,
              "SecurityGroups",
              "group-id",
              (aws, filters) ->
                  aws.ec2()
                      .describeSecurityGroupsPaginator(r -> r.maxResults(1000).filters(filters))),
          Ec2List.list(
              "ec2:DescribeSecurityGroupRules",
              SecurityGroupRule::builder,
              "SecurityGroupRules",
              "security-group-rule-id",
              (aws, filters) ->
                  aws.ec2()
                      .describeSecurityGroupRulesPaginator(
                          r -> r.maxResults(1000).filters(filters))),
          Ec2List.list(
              "ec2:DescribeSubnets",
              Subnet::builder,
              "Subnets",
              "subnet-id",
              (aws, filters) ->
                  aws.ec2().describeSubnetsPaginator(r -> r.maxResults(1000).filters(filters))),
          vpcAttribute(VpcAttributeName.ENABLE_DNS_HOSTNAMES),
          vpcAttribute(VpcAttributeName.ENABLE_DNS_SUPPORT),
          Ec2List.list(
              "ec2:DescribeVpcs",
              Vpc::builder,
              "Vpcs",
              "vpc-id",
              (aws, filters) ->
                  aws.ec2().describeVpcsPaginator(r -> r.maxResults(1000).filters(filters))));

  private static Operation vpcAttribute(VpcAttributeName attribute) {
    String name = attribute.toString();
    String member = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    return each(
        "ec2:DescribeVpcAttribute(" + attribute + ")",
        DescribeVpcAttributeResponse::builder,
        "VpcId",
        "",
        Set.of(),
        (aws, id) ->
            Operation.holding(
                member, aws.ec2().describeVpcAttribute(r -> r.vpcId(id).attribute(attribute))));
  }

  /**
   * EC2 answers versions of one template, or the latest of all; of many, it has no way to ask. Each
   * template has a version, so those few that the whole list leaves out are asked for alone.
   */
  private static void latestVersions(AwsServices aws, List<String> ids, Asking asking) {
    if (ids.size() > FEW) {
      asking.ask(
          "",
          items -> {
            Set<String> open = new LinkedHashSet<>(ids);
            latestOf(aws, open, r -> r.maxResults(200), items);
            if (open.size() <= FEW) {
              List.copyOf(open)
                  .forEach(id -> latestOf(aws, open, r -> r.launchTemplateId(id), items));
            }
            Operation.requireAll(open, "version of a template");
          });
      return;
    }
    for (String id : ids) {
      asking.ask(
          id,
          items -> {
            Set<String> open = new HashSet<>(Set.of(id));
            latestOf(aws, open, r -> r.launchTemplateId(id), items);
            Operation.requireAll(open, "version of a template");
          });
    }
  }

  /** Takes from {@code open} what was answered. */
  private static void latestOf(
      AwsServices aws,
      Set<String> open,
      Consumer<DescribeLaunchTemplateVersionsRequest.Builder> which,
      Consumer<Value.Obj> items) {
    Operation.addAll(
        aws.ec2()
            .describeLaunchTemplateVersionsPaginator(
                r -> r.versions("$Latest").applyMutation(which)),
        "LaunchTemplateVersions",
        version -> {
          if (version.get("LaunchTemplateId") instanceof Value.Text id && open.remove(id.value())) {
            items.accept(version);
          }
        });
  }
}
