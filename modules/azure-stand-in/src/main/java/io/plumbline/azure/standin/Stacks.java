package io.plumbline.azure.standin;

import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Deployment stacks: what a template has made is theirs, and what it makes no more is deleted or
 * let go; they fail at what cannot be deleted, unless told to let go of that. Source:
 * learn.microsoft.com/azure/azure-resource-manager/bicep/deployment-stacks, read 2026-11.
 */
final class Stacks {
  private static final String WITHOUT_DELETE = "resourcesWithoutDeleteSupport";

  /** The first version of the API that has a word for it. */
  private static final String SINCE = "2025-07-01";

  static final String TYPE = "/providers/Microsoft.Resources/deploymentStacks/";

  private final Deployments deployments;
  private final LongRunning longRunning;
  private final Deletion deletion;
  private final Map<String, Obj> templates = new ConcurrentHashMap<>();
  private final Map<String, Obj> stacks = new ConcurrentHashMap<>();
  private final AtomicInteger runs = new AtomicInteger();

  Stacks(World world, Deployments deployments, LongRunning longRunning, Faults faults) {
    this.deployments = deployments;
    this.longRunning = longRunning;
    this.deletion = new Deletion(world, faults);
  }

  Answer answer(Request request) {
    int at = Paths.indexOf(request.path(), TYPE);
    String[] rest = request.path().substring(at + TYPE.length()).split("/", -1);
    Scope scope = Scope.of(request.path().substring(0, at));
    ResourceId id = scope.resource("Microsoft.Resources/deploymentStacks", List.of(rest[0]));
    Types.require(id.type(), request.version());
    if (rest.length > 1 && rest[1].equals("validate")) {
      return longRunning.outcome(request, () -> validated(id, scope, request.body()));
    }
    if (rest.length > 1 && rest[1].equals("exportTemplate")) {
      require(id);
      return Answer.ok(Value.object("template", templates.getOrDefault(id.key(), Obj.EMPTY)));
    }
    if (rest.length > 1) {
      throw Refusal.notFound(request.path());
    }
    return switch (request.method()) {
      case "GET" -> Answer.ok(require(id));
      case "PUT" -> {
        requireWhole(id, request.body());
        requireKnown(request);
        List<ResourceId> before = managed(stacks.get(id.key()));
        Obj running =
            state(id, request.body(), "deploying", Map.of("resources", references(before)));
        stacks.put(id.key(), running);
        templates.put(id.key(), Docs.object(request.body(), "properties.template"));
        yield longRunning.state(
            request, 201, running, () -> run(id, scope, request.body(), before));
      }
      case "DELETE" -> {
        Obj stack = require(id);
        requireKnown(request);
        yield longRunning.outcome(request, () -> delete(id, stack, request));
      }
      default -> throw Paths.notAllowed(request);
    };
  }

  /** Why nobody but a stack may do {@code verb} to this; null where everybody may. */
  @Nullable Refusal denial(ResourceId id, String verb) {
    for (Obj stack : stacks.values()) {
      String mode = String.valueOf(Docs.text(stack, "properties.denySettings.mode"));
      boolean denies =
          mode.equalsIgnoreCase("denyWriteAndDelete")
              || (mode.equalsIgnoreCase("denyDelete") && verb.equals("delete"));
      boolean children =
          Functions.isTrue(Docs.at(stack, "properties.denySettings.applyToChildScopes"));
      if (denies && managed(stack).stream().anyMatch(each -> isMeant(each, id, children))) {
        return new Refusal(
            403,
            "DenyAssignmentAuthorizationFailed",
            "The client has permission to perform action '"
                + id.type()
                + "/"
                + verb
                + "' on scope '"
                + id
                + "'; however, the access is denied because of the deny assignment of the"
                + " deployment stack '"
                + Docs.text(stack, "name")
                + "'.");
      }
    }
    return null;
  }

  private static boolean isMeant(ResourceId managed, ResourceId asked, boolean children) {
    return managed.key().equals(asked.key())
        || managed.key().startsWith(asked.key() + "/")
        || (children && asked.key().startsWith(managed.key() + "/"));
  }

  private Obj require(ResourceId id) {
    Obj stack = stacks.get(id.key());
    if (stack == null) {
      throw new Refusal(
          404,
          "DeploymentStackNotFound",
          "The deployment stack '" + id.name() + "' could not be found.");
    }
    return stack;
  }

  private static void requireWhole(ResourceId id, Obj body) {
    for (String member : List.of("actionOnUnmanage", "denySettings")) {
      if (!Docs.object(body, "properties").has(member)) {
        throw new Refusal(
            400, "InvalidRequestContent", "Required property '" + member + "' not found.");
      }
    }
    if (id.group() == null && !body.has("location")) {
      throw new Refusal(400, "LocationRequired", "The deployment stack needs a location.");
    }
  }

  private static void requireKnown(Request request) {
    boolean said =
        Docs.object(request.body(), "properties.actionOnUnmanage").has(WITHOUT_DELETE)
            || request.query().containsKey("unmanageAction.ResourcesWithoutDeleteSupport");
    if (said && String.valueOf(request.version()).compareTo(SINCE) < 0) {
      throw new Refusal(
          400, "InvalidRequestContent", "Could not find member '" + WITHOUT_DELETE + "'.");
    }
  }

  private Obj validated(ResourceId id, Scope scope, Obj body) {
    requireWhole(id, body);
    Obj of = deployments.validated(scope.deployment(id.name()), body);
    return Value.object("id", Value.text(id.toString()), "properties", of.get("properties"));
  }

  private Obj run(ResourceId id, Scope scope, Obj body, List<ResourceId> before) {
    ResourceId deployment =
        scope.deployment(
            id.name() + "-" + String.format(Locale.ROOT, "%04d", runs.incrementAndGet()));
    stacks.put(
        id.key(),
        state(
            id,
            body,
            "deploying",
            Map.of(
                "deploymentId",
                Value.text(deployment.toString()),
                "resources",
                references(before))));
    List<ResourceId> made = new ArrayList<>();
    Map<String, Value> known = new LinkedHashMap<>();
    known.put("deploymentId", Value.text(deployment.toString()));
    try {
      Obj done = deployments.run(deployment, body, made);
      known.put("outputs", Docs.at(done, "properties.outputs"));
      List<ResourceId> gone = new ArrayList<>(before);
      gone.removeIf(each -> made.stream().anyMatch(m -> m.key().equals(each.key())));
      known.put("resources", references(made));
      unmanage(gone, Docs.object(body, "properties.actionOnUnmanage"), known);
      stacks.put(id.key(), state(id, body, "succeeded", known));
      return Obj.EMPTY;
    } catch (Refusal e) {
      List<ResourceId> all = new ArrayList<>(made);
      before.stream()
          .filter(each -> made.stream().noneMatch(m -> m.key().equals(each.key())))
          .forEach(all::add);
      known.put("resources", references(all));
      Obj error =
          new Refusal(
                  409,
                  "DeploymentStackDeploymentFailed",
                  "One or more resources could not be deployed.",
                  List.of(e.error()))
              .error();
      known.put("error", error);
      stacks.put(id.key(), state(id, body, "failed", known));
      throw e;
    }
  }

  private Obj delete(ResourceId id, Obj stack, Request request) {
    Map<String, Value> known = new LinkedHashMap<>();
    Obj action =
        Value.object(
            "resources",
            mode(request, "unmanageAction.Resources", "detach"),
            "resourceGroups",
            mode(request, "unmanageAction.ResourceGroups", "detach"),
            WITHOUT_DELETE,
            mode(request, "unmanageAction.ResourcesWithoutDeleteSupport", "fail"));
    unmanage(managed(stack), action, known);
    stacks.remove(id.key());
    return Obj.EMPTY;
  }

  private static Value mode(Request request, String name, String otherwise) {
    return Value.text(request.query().getOrDefault(name, otherwise));
  }

  /** What is no longer managed goes, or is let go; a group that holds something else stays. */
  private void unmanage(List<ResourceId> gone, Obj action, Map<String, Value> known) {
    List<ResourceId> going = new ArrayList<>();
    List<ResourceId> detached = new ArrayList<>();
    for (ResourceId each : gone) {
      String member = each.isGroup() ? "resourceGroups" : "resources";
      boolean deletes =
          "delete".equalsIgnoreCase(Docs.text(action, member))
              && !(Types.isNeverDeleted(each)
                  && "detach".equalsIgnoreCase(Docs.text(action, WITHOUT_DELETE)));
      (deletes ? going : detached).add(each);
    }
    known.put("detachedResources", references(detached));
    known.put("deletedResources", references(going));
    deletion.all(going);
  }

  private static List<ResourceId> managed(@Nullable Obj stack) {
    List<ResourceId> managed = new ArrayList<>();
    if (stack != null) {
      for (Value each : Docs.items(stack, "properties.resources")) {
        ResourceId id = ResourceId.parse(String.valueOf(Docs.text(each, "id")));
        if (id != null) {
          managed.add(id);
        }
      }
    }
    return managed;
  }

  private static Value references(List<ResourceId> ids) {
    return Value.list(
        ids.stream()
            .map(
                id ->
                    Value.object("id", Value.text(id.toString()), "status", Value.text("managed")))
            .toList());
  }

  private static Obj state(ResourceId id, Obj body, String state, Map<String, Value> known) {
    Map<String, Value> properties = new LinkedHashMap<>();
    Obj sent = Docs.object(body, "properties");
    for (String member : List.of("parameters", "actionOnUnmanage", "denySettings", "description")) {
      if (sent.has(member)) {
        properties.put(member, sent.get(member));
      }
    }
    properties.put("provisioningState", Value.text(state));
    properties.putAll(known);
    Map<String, Value> members = new LinkedHashMap<>();
    members.put("id", Value.text(id.toString()));
    members.put("name", Value.text(id.name()));
    members.put("type", Value.text(id.type()));
    for (String member : List.of("location", "tags")) {
      if (body.has(member)) {
        members.put(member, body.get(member));
      }
    }
    members.put("properties", new Obj(properties));
    return new Obj(members);
  }
}
