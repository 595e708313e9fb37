package io.plumbline.aws.kinds;

import static io.plumbline.kind.Attributes.text;
import static io.plumbline.kind.Dialect.AWS_API;
import static io.plumbline.kind.Dialect.CLOUDFORMATION;
import static io.plumbline.kind.Dialect.TERRAFORM;
import static io.plumbline.kind.ResourceKind.kind;

import io.plumbline.kind.Attributes;
import io.plumbline.kind.Codec;
import io.plumbline.kind.Read;
import io.plumbline.kind.ResourceKind;
import io.plumbline.value.Value;

/**
 * A parameter of Systems Manager, plain text. Its name tells it from all others. One that was made
 * a secret behind our back is read without its value.
 */
public final class SsmParameter {
  private SsmParameter() {}

  public static final ResourceKind KIND =
      kind("ssm-parameter")
          .type("aws_ssm_parameter", "AWS::SSM::Parameter")
          .read(Read.by("name", "ssm:GetParameters"))
          .read("metadata", Read.by("Name", "ssm:DescribeParameters"))
          .read("tagging", Read.by("Name", "ssm:ListTagsForResource"))
          .taggedBy("tags")
          .namedBy("name")
          .output("id", "name", "Ref", "Name")
          .attributes(
              text("name").replaces(),
              text("type"),
              text("value").in(TERRAFORM, "insecure_value").unkept("may be a secret"),
              text("tier").in(AWS_API, "metadata:Tier").byDefault(Value.text("Standard")),
              text("description").in(AWS_API, "metadata:Description").asGiven(),
              text("allowedPattern").in(AWS_API, "metadata:AllowedPattern").asGiven(),
              text("dataType").replaces(TERRAFORM).byDefault(Value.text("text")),
              Attributes.map("tags")
                  .in(CLOUDFORMATION, Codec.SAME)
                  .in(AWS_API, "tagging:TagList", Tags.ENTRIES)
                  .byDefault(Value.Obj.EMPTY))
          .notOurs("given by AWS", "ARN", "LastModifiedDate", "SourceResult")
          .notOurs("says how it was asked for", "Selector")
          .notOurs("counts the changes", "Version", "metadata:Version")
          .notOurs(
              "says again what the parameter says",
              "metadata:Name",
              "metadata:ARN",
              "metadata:Type",
              "metadata:DataType",
              "metadata:LastModifiedDate",
              "metadata:LastModifiedUser")
          .notOurs("of secrets, which nobody makes here", "metadata:KeyId")
          .notOurs("Terraform has no argument for it", "metadata:Policies")
          .notRead("earlier versions and their labels", "sharing with other accounts")
          .makingTakes("ssm:PutParameter")
          .build();
}
