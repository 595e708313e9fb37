package io.plumbline.aws.lower;

import io.plumbline.aws.kinds.FlowLog;
import io.plumbline.graph.Resource;
import io.plumbline.model.FlowLogs;
import io.plumbline.model.Network;
import io.plumbline.value.Value;
import java.util.List;

/**
 * The record of a network's traffic, which goes to a bucket whose policy {@link LogDelivery} makes.
 */
final class FlowLogPart {
  private static final String PART = "flow-log";

  private FlowLogPart() {}

  static List<Resource> resources(Network network, Parts parts) {
    FlowLogs logs = network.flowLogs();
    return logs == null ? List.of() : List.of(resource(logs, parts));
  }

  /** AWS tries the bucket when the flow log is made, so its policy must be there. */
  private static Resource resource(FlowLogs logs, Parts parts) {
    return parts
        .make(
            PART,
            FlowLog.KIND,
            Value.object(
                "resourceId", parts.id(""),
                "trafficType", Value.text("ALL"),
                "logDestinationType", Value.text("s3"),
                "logDestination",
                    Value.join(logs.bucket().arn(), Value.text("/" + logs.prefix() + "/")),
                "maxAggregationInterval", Value.whole(600),
                "destinationOptions",
                    Value.object(
                        "fileFormat", Value.text("plain-text"),
                        "hiveCompatiblePartitions", Value.flag(false),
                        "perHourPartition", Value.flag(false)),
                "tags", parts.tags(PART)))
        .withAfter(List.of(logs.bucket().id()));
  }
}
