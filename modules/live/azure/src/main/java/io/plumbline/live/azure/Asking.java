package io.plumbline.live.azure;

import io.plumbline.azure.client.Attempts;
import io.plumbline.spi.LiveSource.Answer;
import io.plumbline.spi.LiveSource.Failure;
import io.plumbline.value.Value.Obj;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One call of an operation while it runs: requests beside each other, the answer in order. */
final class Asking {
  private final String operation;
  private final ExecutorService threads;
  private final Attempts attempts;
  private final Map<String, CompletableFuture<Part>> parts = new LinkedHashMap<>();
  private final Map<String, String> wholes = new HashMap<>();

  Asking(String operation, ExecutorService threads, Attempts attempts) {
    this.operation = operation;
    this.threads = threads;
    this.attempts = attempts;
  }

  /** What came of the requests for one key. */
  private record Part(List<Obj> items, @Nullable String failure, int calls) {}

  /**
   * Lets a thread ask for {@code key}; {@code ""} for all there is.
   *
   * @param work hands over items as they come: those before a failure are kept
   */
  void ask(String key, Consumer<Consumer<Obj>> work) {
    ask(key, key, work);
  }

  /**
   * The same for one of what {@code whole} asks for: should it fail, that is not whole.
   *
   * @param whole the key of which it is a part
   */
  void ask(String key, String whole, Consumer<Consumer<Obj>> work) {
    wholes.put(key, whole);
    parts.computeIfAbsent(key, each -> CompletableFuture.supplyAsync(() -> run(work), threads));
  }

  /** Returns once the requests for {@code key} are through. */
  void await(String key) {
    CompletableFuture<Part> asked = parts.get(key);
    if (asked != null) {
      asked.join();
    }
  }

  private Part run(Consumer<Consumer<Obj>> work) {
    List<Obj> items = new ArrayList<>();
    String failure = null;
    try {
      work.accept(items::add);
    } catch (RuntimeException e) {
      failure = Failures.describe(e);
    }
    return new Part(items, failure, attempts.take());
  }

  Answer answer() {
    List<Obj> items = new ArrayList<>();
    Map<String, Failure> failures = new LinkedHashMap<>();
    int calls = 0;
    for (Map.Entry<String, CompletableFuture<Part>> each : parts.entrySet()) {
      Part part = each.getValue().join();
      items.addAll(part.items);
      calls += part.calls;
      if (part.failure != null) {
        failures.put(
            wholes.getOrDefault(each.getKey(), each.getKey()),
            new Failure(operation, part.failure));
      }
    }
    return new Answer(items, failures, calls);
  }
}
