package io.plumbline.live.aws;

import static io.plumbline.live.aws.Operation.byKey;
import static io.plumbline.live.aws.Operation.each;

import io.plumbline.value.Value.Obj;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.lambda.model.EventSourceMappingConfiguration;
import software.amazon.awssdk.services.lambda.model.FunctionCode;
import software.amazon.awssdk.services.lambda.model.GetFunctionResponse;
import software.amazon.awssdk.services.lambda.model.GetPolicyResponse;

/**
 * Lambda, one line an operation. Functions are few, and a list of them has neither tags nor code.
 */
final class LambdaOperations {
  private LambdaOperations() {}

  private static final Set<String> ABSENT = Set.of("ResourceNotFoundException");

  static final List<Operation> ALL =
      List.of(
          each(
              "lambda:GetFunction",
              GetFunctionResponse::builder,
              "FunctionName",
              "",
              ABSENT,
              (aws, name) ->
                  Operation.holding(
                      "Configuration", aws.lambda().getFunction(r -> r.functionName(name)))),
          byKey(
              "lambda:GetFunction(code)",
              FunctionCode::builder,
              "FunctionName",
              ABSENT,
              LambdaOperations::code),
          each(
              "lambda:GetPolicy",
              GetPolicyResponse::builder,
              "FunctionName",
              "",
              ABSENT,
              (aws, name) ->
                  Operation.holding("Policy", aws.lambda().getPolicy(r -> r.functionName(name)))),
          byKey(
              "lambda:ListEventSourceMappings",
              EventSourceMappingConfiguration::builder,
              "FunctionArn",
              ABSENT,
              (aws, arn, items) ->
                  Operation.addAll(
                      aws.lambda().listEventSourceMappingsPaginator(r -> r.functionName(arn)),
                      "EventSourceMappings",
                      items)));

  /** The answer says where the archive lies; a function that is an image has none. */
  private static void code(AwsServices aws, String name, Consumer<Obj> items) {
    String location = aws.lambda().getFunction(r -> r.functionName(name)).code().location();
    if (location != null) {
      String text = CodeArchive.text(location);
      items.accept(
          Documents.of(FunctionCode.builder().zipFile(SdkBytes.fromUtf8String(text)).build()));
    }
  }
}
