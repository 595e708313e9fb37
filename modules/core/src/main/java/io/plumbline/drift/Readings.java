package io.plumbline.drift;

import io.plumbline.kind.Read;
import io.plumbline.spi.LiveSource;
import io.plumbline.spi.LiveSource.Answer;
import io.plumbline.spi.LiveSource.Failure;
import io.plumbline.value.Value.Obj;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * What the provider has answered in one observation. Nothing is asked twice: not an operation that
 * several kinds read from, nor a key that several resources share. Operations run beside each
 * other; how many requests go out at a time is the source's business.
 */
final class Readings {
  /** Everything that an operation lists. */
  static final String ALL = "";

  private final LiveSource source;
  private final Map<String, Said> byOperation = new LinkedHashMap<>();
  private int calls;

  Readings(LiveSource source) {
    this.source = source;
  }

  /** What one operation has said so far. */
  private record Said(Set<String> asked, List<Obj> items, Map<String, Failure> failures) {
    Said() {
      this(new LinkedHashSet<>(), new ArrayList<>(), new LinkedHashMap<>());
    }
  }

  /**
   * Asks for what has not been asked for yet.
   *
   * @param wanted keys by operation; {@link #ALL} for everything that it lists
   * @return the operations that were asked
   */
  Set<String> ask(Map<String, ? extends Set<String>> wanted) {
    Map<String, CompletableFuture<Answer>> answers = new LinkedHashMap<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      wanted.forEach(
          (operation, keys) -> {
            List<String> open = notYetAsked(operation, keys);
            if (!open.isEmpty()) {
              answers.put(
                  operation, CompletableFuture.supplyAsync(() -> call(operation, open), threads));
            }
          });
    }
    answers.forEach((operation, answer) -> keep(operation, answer.join()));
    return answers.keySet();
  }

  private List<String> notYetAsked(String operation, Set<String> keys) {
    Said said = byOperation.computeIfAbsent(operation, o -> new Said());
    return keys.stream().filter(said.asked::add).toList();
  }

  /** A source promises not to throw; one that does has failed, whatever the reason. */
  private Answer call(String operation, List<String> keys) {
    try {
      return source.call(operation, keys.equals(List.of(ALL)) ? List.of() : keys);
    } catch (RuntimeException e) {
      return new Answer(List.of(), Map.of("", new Failure(operation, e.toString())), 1);
    }
  }

  private void keep(String operation, Answer answer) {
    Said said = said(operation);
    said.items.addAll(answer.items());
    said.failures.putAll(answer.failures());
    calls += answer.calls();
  }

  private Said said(String operation) {
    return byOperation.computeIfAbsent(operation, o -> new Said());
  }

  /** Lets go of what an operation said, so that it is asked again. */
  void forget(String operation) {
    byOperation.remove(operation);
  }

  /** The rows that {@code read} finds in what its operation answered. */
  List<Obj> rows(Read read) {
    Said said = said(read.operation());
    List<Obj> rows = new ArrayList<>();
    try {
      said.items.forEach(item -> rows.addAll(read.rowsOf(item)));
    } catch (ClassCastException e) {
      said.failures.put(
          ALL, new Failure(read.operation(), "not understood: a row has another form"));
    }
    return rows;
  }

  /** Why {@code key} was not answered by an operation; null where it was. */
  @Nullable Failure failure(String operation, String key) {
    Map<String, Failure> failures = said(operation).failures;
    Failure whole = failures.get(ALL);
    return whole != null ? whole : failures.get(key);
  }

  /** All reads that did not succeed, in the order of the operations asked. */
  List<Failure> failures() {
    return byOperation.values().stream().flatMap(s -> s.failures.values().stream()).toList();
  }

  /** Reads of one operation that did not succeed. */
  Collection<Failure> failures(String operation) {
    return said(operation).failures.values();
  }

  /** Requests made, retries included. */
  int calls() {
    return calls;
  }
}
