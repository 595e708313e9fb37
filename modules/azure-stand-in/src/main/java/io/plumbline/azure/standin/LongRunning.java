package io.plumbline.azure.standin;

import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Work that goes on after its answer, as Resource Manager does what takes its time: by the state at
 * {@code Azure-AsyncOperation}, or by {@code Location}, which answers at last what came of it.
 */
final class LongRunning implements AutoCloseable {
  static final String PATH = "/providers/Microsoft.Resources/operationresults/";

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<String, CompletableFuture<Obj>> work = new ConcurrentHashMap<>();
  private final AtomicInteger count = new AtomicInteger();

  /** Begins, and answers {@code first} with where to ask for the state. */
  Answer state(Request request, int status, Obj first, Supplier<Obj> what) {
    return new Answer(
        status,
        first,
        Map.of("Azure-AsyncOperation", begin(request, what) + "&state=true", "Retry-After", "0"));
  }

  /** Begins, and answers where the outcome will be. */
  Answer outcome(Request request, Supplier<Obj> what) {
    return new Answer(202, null, Map.of("Location", begin(request, what), "Retry-After", "0"));
  }

  private String begin(Request request, Supplier<Obj> what) {
    String token = "op-" + count.incrementAndGet();
    work.put(token, CompletableFuture.supplyAsync(what, threads));
    String subscription = request.path().split("/", -1)[2];
    return request.base()
        + "/subscriptions/"
        + subscription
        + PATH
        + token
        + "?api-version="
        + request.version();
  }

  /** What has become of it. */
  Answer ask(Request request) {
    String token = request.path().substring(request.path().lastIndexOf('/') + 1);
    CompletableFuture<Obj> asked = work.get(token);
    if (asked == null) {
      throw Refusal.notFound(request.path());
    }
    boolean state = request.query().containsKey("state");
    if (!asked.isDone()) {
      Map<String, String> again = Map.of("Retry-After", "0");
      return state
          ? new Answer(200, Value.object("status", Value.text("Running")), again)
          : new Answer(202, null, again);
    }
    try {
      Obj outcome = asked.join();
      return state
          ? Answer.ok(Value.object("status", Value.text("Succeeded")))
          : new Answer(outcome.equals(Obj.EMPTY) ? 204 : 200, outcome, Map.of());
    } catch (CompletionException e) {
      Refusal refusal =
          e.getCause() instanceof Refusal known
              ? known
              : new Refusal(500, "InternalServerError", String.valueOf(e.getCause()));
      return state ? failed(refusal) : Answer.of(refusal);
    }
  }

  private static Answer failed(Refusal refusal) {
    Map<String, Value> members = new LinkedHashMap<>();
    members.put("status", Value.text("Failed"));
    members.put("error", refusal.error());
    return Answer.ok(new Obj(members));
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
