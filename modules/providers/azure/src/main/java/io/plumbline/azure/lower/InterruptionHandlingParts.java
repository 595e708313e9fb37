package io.plumbline.azure.lower;

import static java.util.Objects.requireNonNull;

import io.plumbline.azure.kinds.AppServicePlan;
import io.plumbline.azure.kinds.EventGridSubscription;
import io.plumbline.azure.kinds.FunctionApp;
import io.plumbline.azure.kinds.FunctionAppFunction;
import io.plumbline.azure.kinds.StorageAccount;
import io.plumbline.azure.kinds.UserAssignedIdentity;
import io.plumbline.graph.Resource;
import io.plumbline.model.GpuPool;
import io.plumbline.model.InterruptionHandling;
import io.plumbline.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Interruption handling: a function that gets what Azure notes about the health of machines. It
 * brings scale sets back to their least once a node was taken, and moves nodes off hardware that
 * fails. Event Grid brings a note again, for a day, until the function has done it. What warns a
 * node itself is in the node ({@link ScheduledEvents}).
 */
final class InterruptionHandlingParts {
  /**
   * The notes that the function gets. Source: learn.microsoft.com, Resource Health virtual machine
   * Health Annotations; read 2026-11, where one of them stands without {@code VirtualMachine}.
   */
  static final List<String> NOTES =
      List.of(
          "PossiblyDegradedDueToHardwareFailureWithRedeployDeadline",
          "VirtualMachineMigrationScheduledForDegradedHardware",
          "VirtualMachinePossiblyDegradedDueToHardwareFailure",
          "VirtualMachinePossiblyDegradedDueToHardwareFailureWithRedeployDeadline",
          "VirtualMachinePreempted",
          "VirtualMachineScheduledForServiceHealing");

  private static final String FUNCTION = "function";
  private static final String IDENTITY = "identity";
  private static final String PLAN = "plan";
  private static final String STORAGE = "storage";
  private static final String STORAGE_ROLE = "storage-role";
  private static final String ROLE = "role";
  private static final String NOTIFICATIONS = "notifications";
  private static final String NAME = "replace-nodes";

  private final InterruptionHandling handling;
  private final Parts parts;

  InterruptionHandlingParts(InterruptionHandling handling, Parts parts) {
    this.handling = handling;
    this.parts = parts;
  }

  List<Resource> resources() {
    List<Resource> made = new ArrayList<>();
    made.add(app());
    made.add(function());
    made.add(parts.make(IDENTITY, UserAssignedIdentity.KIND, Names.USUAL, Value.Obj.EMPTY));
    made.add(
        RoleAssignments.assign(
            ROLE, "Virtual Machine Contributor", parts.place().groupId(), IDENTITY, parts));
    made.add(storage());
    made.add(
        RoleAssignments.assign(
            STORAGE_ROLE, "Storage Blob Data Owner", parts.id(STORAGE), IDENTITY, parts));
    made.add(plan());
    made.add(notifications());
    return made;
  }

  private String appName() {
    return parts.sharedName("", Names.FUNCTION_APP);
  }

  /** It asks storage and Azure as who it is, so that it must be allowed to first. */
  private Resource app() {
    return parts
        .make(
            "",
            FunctionApp.KIND,
            Names.FUNCTION_APP,
            Value.object(
                "name", Value.text(appName()),
                "plan", parts.id(PLAN),
                "httpsOnly", Value.flag(true),
                "publicNetworkAccess", Value.flag(true),
                "identities", Value.list(parts.id(IDENTITY)),
                "alwaysOn", Value.flag(true),
                "ftpsState", Value.text("Disabled"),
                "minTlsVersion", Value.text("1.2"),
                "use32BitWorkerProcess", Value.flag(false),
                "storageAccount", Value.ref(parts.address(STORAGE), "name"),
                "client", Value.ref(parts.address(IDENTITY), "clientId"),
                "scaleSets", scaleSets()))
        .withAfter(List.of(parts.address(ROLE), parts.address(STORAGE_ROLE)));
  }

  /** Each scale set, and how many nodes it has at the least. */
  private Value scaleSets() {
    List<Value> all = new ArrayList<>();
    for (GpuPool pool : handling.pools()) {
      if (!all.isEmpty()) {
        all.add(Value.text(","));
      }
      all.add(Value.ref(Parts.address(pool, GpuPoolParts.SCALE_SET), "id"));
      all.add(Value.text("=" + requireNonNull(pool.count(), "validated").min()));
    }
    return Value.join(all);
  }

  private Resource function() {
    return parts.child(
        FUNCTION,
        FunctionAppFunction.KIND,
        NAME,
        Value.object(
            "app", parts.id(""),
            "language", Value.text("Javascript"),
            "config",
                Value.object(
                    "bindings",
                    Value.list(
                        Value.object(
                            "type", Value.text("eventGridTrigger"),
                            "name", Value.text("event"),
                            "direction", Value.text("in")))),
            "code", Value.text(BundledText.read(NAME + ".js"))));
  }

  /** What the function's host keeps its own notes in: nothing that anybody would miss. */
  private Resource storage() {
    Map<String, Value> said = new LinkedHashMap<>(Accounts.closed());
    said.put("name", Value.text(parts.sharedName(STORAGE, Names.STORAGE_ACCOUNT)));
    said.put("kind", Value.text("StorageV2"));
    said.put("sku", Value.text("Standard_LRS"));
    said.put("accessTier", Value.text("Hot"));
    said.put("supportsHttpsTrafficOnly", Value.flag(true));
    said.put("networkDefault", Value.text("Allow"));
    return parts
        .make(STORAGE, StorageAccount.KIND, Names.STORAGE_ACCOUNT, new Value.Obj(said))
        .withKeep(false);
  }

  /** The smallest that keeps a function's code by itself, without the keys of an account. */
  private Resource plan() {
    return parts.make(
        PLAN,
        AppServicePlan.KIND,
        Names.PLAN,
        Value.object("sku", Value.text("B1"), "capacity", Value.whole(1)));
  }

  /**
   * It stands where the topic does, which is there already: a subscription has one such topic. So
   * it names the function, which is made first, and does not refer to it.
   */
  private Resource notifications() {
    Map<String, Value> said = new LinkedHashMap<>();
    said.put("name", Value.text(parts.name(NOTIFICATIONS, Names.EVENT_SUBSCRIPTION)));
    said.put("resourceGroup", Value.text(parts.place().healthTopicGroup()));
    said.put("topic", Value.ref(Place.HEALTH_TOPIC, "name"));
    said.put("function", Value.text(functionId()));
    said.put("maxEventsPerBatch", Value.whole(1));
    said.put("preferredBatchSizeInKilobytes", Value.whole(64));
    said.put(
        "includedEventTypes",
        Value.texts(List.of("Microsoft.ResourceNotifications.HealthResources.ResourceAnnotated")));
    said.put("subjectBeginsWith", Value.text(parts.place().groupPath() + "/"));
    said.put(
        "oneOf",
        Value.list(
            Value.object(
                "key", Value.text("data.resourceInfo.properties.annotationName"),
                "values", Value.texts(NOTES))));
    said.put("eventDeliverySchema", Value.text("EventGridSchema"));
    said.put("attempts", Value.whole(30));
    said.put("minutesToLive", Value.whole(1440));
    return parts
        .make(NOTIFICATIONS, EventGridSubscription.KIND, new Value.Obj(said))
        .withAfter(List.of(parts.address(FUNCTION)));
  }

  private String functionId() {
    return parts.place().groupPath()
        + "/providers/Microsoft.Web/sites/"
        + appName()
        + "/functions/"
        + NAME;
  }
}
