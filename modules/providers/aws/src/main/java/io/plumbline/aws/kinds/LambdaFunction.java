package io.plumbline.aws.kinds;

import static io.plumbline.kind.Attributes.flag;
import static io.plumbline.kind.Attributes.json;
import static io.plumbline.kind.Attributes.list;
import static io.plumbline.kind.Attributes.map;
import static io.plumbline.kind.Attributes.one;
import static io.plumbline.kind.Attributes.record;
import static io.plumbline.kind.Attributes.ref;
import static io.plumbline.kind.Attributes.reference;
import static io.plumbline.kind.Attributes.set;
import static io.plumbline.kind.Attributes.text;
import static io.plumbline.kind.Attributes.whole;
import static io.plumbline.kind.Dialect.AWS_API;
import static io.plumbline.kind.Dialect.CLOUDFORMATION;
import static io.plumbline.kind.Dialect.TERRAFORM;
import static io.plumbline.kind.ResourceKind.kind;

import io.plumbline.kind.Attribute;
import io.plumbline.kind.Codec;
import io.plumbline.kind.Read;
import io.plumbline.kind.ResourceKind;
import io.plumbline.kind.Shape;
import io.plumbline.value.Value;
import java.util.List;

/**
 * A Lambda function whose code is one Python file, {@code index.py}: CloudFormation takes it as it
 * is, Terraform in an archive beside the configuration, and the check reads the code itself, since
 * the digest that AWS answers is of an archive that CloudFormation makes by itself.
 */
public final class LambdaFunction {
  /** The file that CloudFormation makes of code that stands in a template. */
  public static final String ENTRY = "index.py";

  private static final String NO_POLICY =
      "no design asks for one: whoever stands in it was put there by somebody else";

  private LambdaFunction() {}

  private static final Shape NETWORK =
      record(
          set("subnetIds", reference("subnet", "id")),
          set("securityGroupIds", reference("security-group", "id")),
          flag("ipv6AllowedForDualStack").byDefault(Value.flag(false)));

  private static final Shape FILE_SYSTEM = record(text("arn"), text("localMountPath"));

  private static final Shape IMAGE =
      record(
          list("entryPoint", Shape.Leaf.TEXT),
          list("command", Shape.Leaf.TEXT),
          text("workingDirectory"));

  private static final Shape LOGGING =
      record(
          text("logFormat").byDefault(Value.text("Text")),
          text("applicationLogLevel"),
          text("systemLogLevel"),
          ref("logGroup", "log-group", "id"));

  private static final Codec LAYER_ARNS = Codec.each(Codec.member("Arn"));

  public static final ResourceKind KIND =
      kind("lambda-function")
          .type("aws_lambda_function", "AWS::Lambda::Function")
          .read(Read.by("functionName", "lambda:GetFunction"))
          .read("code", Read.by("FunctionName", "lambda:GetFunction(code)"))
          .read("policy", Read.by("FunctionName", "lambda:GetPolicy"))
          .taggedBy("tags")
          .namedBy("functionName")
          .output("id", "id", "Ref", "FunctionName")
          .output("arn", "arn", "Arn", "Configuration/FunctionArn")
          .attributes(
              text("functionName").in(AWS_API, "FunctionName").replaces(),
              text("code")
                  .zippedIn(TERRAFORM, ENTRY, "filename", "source_code_hash")
                  .in(CLOUDFORMATION, "Code/ZipFile")
                  .in(AWS_API, "code:ZipFile"),
              configured(ref("role", "role", "arn")),
              configured(text("runtime")),
              configured(text("handler")),
              configured(text("description")).byDefault(Value.text("")),
              configured(whole("timeout")).byDefault(Value.whole(3)),
              configured(whole("memorySize")).byDefault(Value.whole(128)),
              map("environment")
                  .in(TERRAFORM, "environment/variables")
                  .in(CLOUDFORMATION, "Environment/Variables")
                  .in(AWS_API, "Configuration/Environment/Variables")
                  .byDefault(Value.Obj.EMPTY),
              configured(list("architectures", Shape.Leaf.TEXT))
                  .byDefault(Value.texts(List.of("x86_64"))),
              configured(text("packageType")).byDefault(Value.text("Zip")).replaces(),
              whole("ephemeralStorage")
                  .in(TERRAFORM, "ephemeral_storage/size")
                  .in(CLOUDFORMATION, "EphemeralStorage/Size")
                  .in(AWS_API, "Configuration/EphemeralStorage/Size")
                  .byDefault(Value.whole(512)),
              whole("reservedConcurrentExecutions")
                  .in(AWS_API, "Concurrency/ReservedConcurrentExecutions")
                  .asGiven(),
              configured(one("vpcConfig", NETWORK)).asGiven(),
              text("deadLetterTargetArn")
                  .in(TERRAFORM, "dead_letter_config/target_arn")
                  .in(CLOUDFORMATION, "DeadLetterConfig/TargetArn")
                  .in(AWS_API, "Configuration/DeadLetterConfig/TargetArn")
                  .asGiven(),
              text("kmsKeyArn").in(AWS_API, "Configuration/KMSKeyArn").asGiven(),
              text("tracing")
                  .in(TERRAFORM, "tracing_config/mode")
                  .in(CLOUDFORMATION, "TracingConfig/Mode")
                  .in(AWS_API, "Configuration/TracingConfig/Mode")
                  .byDefault(Value.text("PassThrough")),
              list("layers", Shape.Leaf.TEXT)
                  .in(AWS_API, "Configuration/Layers", LAYER_ARNS)
                  .byDefault(Value.list()),
              list("fileSystemConfigs", FILE_SYSTEM)
                  .in(TERRAFORM, "file_system_config")
                  .in(AWS_API, "Configuration/FileSystemConfigs")
                  .byDefault(Value.list()),
              one("imageConfig", IMAGE)
                  .in(AWS_API, "Configuration/ImageConfigResponse/ImageConfig")
                  .asGiven(),
              text("snapStart")
                  .in(TERRAFORM, "snap_start/apply_on")
                  .in(CLOUDFORMATION, "SnapStart/ApplyOn")
                  .in(AWS_API, "Configuration/SnapStart/ApplyOn")
                  .byDefault(Value.text("None")),
              configured(one("loggingConfig", LOGGING))
                  .filledIn("a group that Lambda names after the function"),
              json("policy")
                  .notIn(TERRAFORM, NO_POLICY)
                  .notIn(CLOUDFORMATION, NO_POLICY)
                  .in(AWS_API, "policy:Policy")
                  .asGiven(),
              Tags.mapped("Tags"))
          .notOurs(
              "given by AWS",
              "Configuration/FunctionName",
              "Configuration/FunctionArn",
              "Configuration/MasterArn",
              "Configuration/Version",
              "Configuration/RevisionId",
              "Configuration/LastModified",
              "policy:RevisionId",
              "Configuration/VpcConfig/VpcId",
              "Configuration/RuntimeVersionConfig",
              "Configuration/SnapStart/OptimizationStatus",
              "Configuration/Layers/CodeSize",
              "Configuration/Layers/SigningProfileVersionArn",
              "Configuration/Layers/SigningJobArn")
          .notOurs(
              "passes by itself",
              "Configuration/State",
              "Configuration/StateReason",
              "Configuration/StateReasonCode",
              "Configuration/LastUpdateStatus",
              "Configuration/LastUpdateStatusReason",
              "Configuration/LastUpdateStatusReasonCode")
          .notOurs(
              "follows from the code, which is read itself",
              "Code",
              "Configuration/CodeSha256",
              "Configuration/CodeSize")
          .notOurs(
              "of signed code, which code in a template cannot be",
              "Configuration/SigningProfileVersionArn",
              "Configuration/SigningJobArn")
          .notOurs(
              "errors of their own",
              "TagsError",
              "Configuration/Environment/Error",
              "Configuration/ImageConfigResponse/Error")
          .notOurs(
              "where code was uploaded from, which AWS does not keep",
              "code:S3Bucket",
              "code:S3Key",
              "code:S3ObjectVersion",
              "code:ImageUri",
              "code:SourceKMSKeyArn")
          .notRead(
              "aliases and versions",
              "function URLs",
              "asynchronous invocation",
              "provisioned concurrency")
          .notOurs(
              "a setting newer than what engines can say of it here",
              "Configuration/CapacityProviderConfig",
              "Configuration/DurableConfig",
              "Configuration/TenancyConfig")
          .notRead("capacity providers", "durable execution", "isolation of tenants")
          .notOurs("a digest of what is read itself", "Configuration/ConfigSha256")
          .makingTakes("iam:PassRole", "lambda:CreateFunction")
          .charged("each call and its time")
          .build();

  private static Attribute configured(Attribute attribute) {
    String name = attribute.name();
    return attribute.in(
        AWS_API, "Configuration/" + Character.toUpperCase(name.charAt(0)) + name.substring(1));
  }
}
