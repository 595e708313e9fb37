package io.plumbline.live.aws;

import static io.plumbline.live.aws.Operation.byKey;
import static io.plumbline.live.aws.Operation.each;

import io.plumbline.value.Value.Obj;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import software.amazon.awssdk.services.sqs.model.GetQueueAttributesResponse;
import software.amazon.awssdk.services.sqs.model.ListQueueTagsResponse;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** SQS, one line an operation: by name, since a list of queues has their URLs alone. */
final class QueueOperations {
  private QueueOperations() {}

  /** The first in answers as they are today, the others as they were before it spoke JSON. */
  private static final Set<String> ABSENT =
      Set.of("QueueDoesNotExist", "AWS.SimpleQueueService.NonExistentQueue");

  static final List<Operation> ALL =
      List.of(
          byKey(
              "sqs:GetQueueAttributes",
              GetQueueAttributesResponse::builder,
              "QueueName",
              ABSENT,
              QueueOperations::attributes),
          each(
              "sqs:ListQueueTags",
              ListQueueTagsResponse::builder,
              "QueueUrl",
              "",
              ABSENT,
              (aws, url) -> aws.sqs().listQueueTags(r -> r.queueUrl(url))));

  /** All else is asked by URL, which has to be asked for first. */
  private static void attributes(AwsServices aws, String name, Consumer<Obj> items) {
    String url = aws.sqs().getQueueUrl(r -> r.queueName(name)).queueUrl();
    GetQueueAttributesResponse answer =
        aws.sqs().getQueueAttributes(r -> r.queueUrl(url).attributeNames(QueueAttributeName.ALL));
    items.accept(
        Documents.with(Documents.of(Operation.holding("Attributes", answer)), "QueueUrl", url));
  }
}
