package io.plumbline.aws.kinds;

import static io.plumbline.kind.Attributes.text;
import static io.plumbline.kind.Attributes.whole;
import static io.plumbline.kind.Dialect.CLOUDFORMATION;
import static io.plumbline.kind.ResourceKind.kind;

import io.plumbline.kind.Read;
import io.plumbline.kind.ResourceKind;
import io.plumbline.value.Value;

/**
 * A placement group of EC2. CloudFormation makes up its name, so that there it is recognised by its
 * tags alone; and it has no attribute for the ARN, which therefore is composed.
 */
public final class PlacementGroup {
  private PlacementGroup() {}

  private static final String ARN =
      "arn:${AWS::Partition}:ec2:${AWS::Region}:${AWS::AccountId}:placement-group/${Ref}";

  public static final ResourceKind KIND =
      kind("placement-group")
          .type("aws_placement_group", "AWS::EC2::PlacementGroup")
          .read(Read.all("ec2:DescribePlacementGroups"))
          .taggedBy("tags")
          .namedBy("name")
          .output("id", "id", "Ref", "GroupName")
          .output("name", "name", "Ref", "GroupName")
          .output("arn", "arn", ARN, "GroupArn")
          .attributes(
              text("name")
                  .inAws("GroupName")
                  .notIn(CLOUDFORMATION, "CloudFormation makes up the name")
                  .replaces()
                  .filledIn("made up by CloudFormation"),
              text("strategy").replaces().byDefault(Value.text("cluster")),
              whole("partitionCount").replaces().asGiven(),
              text("spreadLevel").replaces().asGiven(),
              Tags.tags().replaces(CLOUDFORMATION))
          .notOurs("given by AWS", "GroupId", "GroupArn")
          .notOurs("passes by itself", "State")
          .notRead("sharing with other accounts")
          .makingTakes("ec2:CreatePlacementGroup")
          .free()
          .build();
}
