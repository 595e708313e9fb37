package io.plumbline.azure.standin;

import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Deployments at both scopes: what is asked of them, and what became of them. */
final class Deployments {
  static final String TYPE = "/providers/Microsoft.Resources/deployments/";
  private static final String DONE = "Succeeded";

  private final World world;
  private final Faults faults;
  private final LongRunning longRunning;
  private final Operations operations = new Operations();
  private final Map<String, Obj> states = new ConcurrentHashMap<>();

  Deployments(World world, Faults faults, LongRunning longRunning) {
    this.world = world;
    this.faults = faults;
    this.longRunning = longRunning;
  }

  Answer answer(Request request) {
    int at = Paths.indexOf(request.path(), TYPE);
    String[] rest = request.path().substring(at + TYPE.length()).split("/", -1);
    ResourceId id = Scope.of(request.path().substring(0, at)).deployment(rest[0]);
    Types.require(id.type(), request.version());
    String what = rest.length > 1 ? rest[1] : "";
    return switch (what) {
      case "" -> itself(request, id);
      case "validate" -> longRunning.outcome(request, () -> validated(id, request.body()));
      case "whatIf" -> longRunning.outcome(request, () -> whatIf(id, request.body()));
      case "operations" -> Answer.ok(Value.object("value", Value.list(operations.of(id))));
      default -> throw Refusal.notFound(request.path());
    };
  }

  private Answer itself(Request request, ResourceId id) {
    return switch (request.method()) {
      case "GET" -> Answer.ok(require(id));
      case "HEAD" -> new Answer(states.containsKey(id.key()) ? 204 : 404, null, Map.of());
      case "PUT" -> {
        requireLocation(id, request.body());
        Obj running = Deployment.state(id, "Running", Obj.EMPTY, null);
        states.put(id.key(), running);
        yield longRunning.state(
            request, 201, running, () -> run(id, request.body(), new ArrayList<>()));
      }
      case "DELETE" -> {
        states.remove(id.key());
        yield longRunning.outcome(request, () -> Obj.EMPTY);
      }
      default -> throw Paths.notAllowed(request);
    };
  }

  private Obj require(ResourceId id) {
    Obj state = states.get(id.key());
    if (state == null) {
      throw new Refusal(
          404, "DeploymentNotFound", "Deployment '" + id.name() + "' could not be found.");
    }
    return state;
  }

  private static void requireLocation(ResourceId id, Obj body) {
    if (id.group() == null && !body.has("location")) {
      throw new Refusal(
          400,
          "LocationRequired",
          "The deployment '" + id.name() + "' at the scope of a subscription needs a location.");
    }
  }

  /**
   * Carries it out, and keeps what became of it.
   *
   * @param made takes what was put
   */
  Obj run(ResourceId id, Obj body, List<ResourceId> made) {
    Deployment deployment =
        new Deployment(
            world, operations, this::requireSuccess, (nested, s) -> states.put(nested.key(), s));
    try {
      Obj outputs =
          deployment.run(id, Docs.text(body, "location"), Docs.object(body, "properties"));
      made.addAll(deployment.made());
      Obj done = Deployment.state(id, DONE, outputs, null);
      states.put(id.key(), done);
      return done;
    } catch (Refusal e) {
      made.addAll(deployment.made());
      states.put(id.key(), Deployment.state(id, "Failed", Obj.EMPTY, e.error()));
      throw e;
    }
  }

  private void requireSuccess(ResourceId id) {
    requireLeave(id);
    faults.requireSuccess(id);
  }

  private void requireLeave(ResourceId id) {
    faults.requireLeave(id, "write");
  }

  /** What a run in a world of its own puts. */
  private record Trial(World after, List<ResourceId> made) {}

  private Trial trial(ResourceId id, Obj body) {
    requireLocation(id, body);
    World after = world.trial();
    Deployment deployment =
        new Deployment(after, new Operations(), this::requireLeave, (nested, state) -> {});
    deployment.run(id, Docs.text(body, "location"), Docs.object(body, "properties"));
    return new Trial(after, deployment.made());
  }

  Obj validated(ResourceId id, Obj body) {
    Trial trial = trial(id, body);
    List<Obj> resources =
        trial.made.stream().map(each -> Value.object("id", Value.text(each.toString()))).toList();
    return Value.object(
        "id", Value.text(id.toString()),
        "name", Value.text(id.name()),
        "properties",
            Value.object(
                "provisioningState", Value.text(DONE),
                "validatedResources", Value.list(resources)));
  }

  private Obj whatIf(ResourceId id, Obj body) {
    Trial trial = trial(id, body);
    return Value.object(
        "status", Value.text(DONE),
        "properties",
            Value.object("changes", Value.list(WhatIf.changes(world, trial.after, trial.made))));
  }
}
