package io.plumbline.drift;

import io.plumbline.kind.Read;
import io.plumbline.spi.LiveSource;
import io.plumbline.spi.LiveSource.Answer;
import io.plumbline.spi.LiveSource.Failure;
import io.plumbline.value.Value.Obj;
import java.time.Duration;
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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the provider has answered in one observation. Nothing is asked twice without need: not an
 * operation that several kinds read from, nor a key that several resources share. Operations run
 * beside each other; how many requests go out at a time is the source's business.
 */
final class Readings {
  /** Everything that an operation lists. */
  static final String ALL = "";

  private final LiveSource source;
  private final Map<String, Said> byOperation = new LinkedHashMap<>();
  private final Map<String, Said> again = new LinkedHashMap<>();
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
    return ask(wanted, byOperation, Duration.ZERO);
  }

  /**
   * Asks a second time, for what the first answers left out and should not have.
   *
   * @param wait before it asks, so that what lags behind can catch up
   * @return the operations that were asked
   */
  Set<String> askAgain(Map<String, ? extends Set<String>> doubted, Duration wait) {
    return ask(doubted, again, wait);
  }

  private Set<String> ask(
      Map<String, ? extends Set<String>> wanted, Map<String, Said> said, Duration wait) {
    Map<String, List<String>> open = new LinkedHashMap<>();
    wanted.forEach(
        (operation, keys) -> {
          List<String> some = notYetAsked(said(operation, said), keys);
          if (!some.isEmpty()) {
            open.put(operation, some);
          }
        });
    if (!open.isEmpty()) {
      pause(wait);
    }
    Map<String, CompletableFuture<List<Answer>>> answers = new LinkedHashMap<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      open.forEach(
          (operation, keys) ->
              answers.put(
                  operation,
                  CompletableFuture.supplyAsync(() -> answers(operation, keys), threads)));
    }
    answers.forEach(
        (operation, all) -> all.join().forEach(each -> keep(said(operation, said), each)));
    return answers.keySet();
  }

  /** What is asked for by its key is asked so even where the whole list is asked for as well. */
  private List<Answer> answers(String operation, List<String> keys) {
    List<Answer> answers = new ArrayList<>();
    List<String> known = keys.stream().filter(key -> !key.equals(ALL)).toList();
    if (known.size() < keys.size()) {
      answers.add(call(operation, List.of()));
    }
    if (!known.isEmpty()) {
      answers.add(call(operation, known));
    }
    return answers;
  }

  private static void pause(Duration wait) {
    try {
      Thread.sleep(wait);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static List<String> notYetAsked(Said said, Set<String> keys) {
    return keys.stream().filter(said.asked::add).toList();
  }

  /** A source promises not to throw; one that does has failed, whatever the reason. */
  private Answer call(String operation, List<String> keys) {
    try {
      return source.call(operation, keys);
    } catch (RuntimeException e) {
      return new Answer(List.of(), Map.of("", new Failure(operation, e.toString())), 1);
    }
  }

  private void keep(Said said, Answer answer) {
    said.items.addAll(answer.items());
    said.failures.putAll(answer.failures());
    calls += answer.calls();
  }

  private static Said said(String operation, Map<String, Said> said) {
    return said.computeIfAbsent(operation, o -> new Said());
  }

  /** The rows that {@code read} finds in what its operation answered. */
  List<Obj> rows(Read read) {
    return rows(read, said(read.operation(), byOperation));
  }

  /** The rows that it finds in what its operation answered when asked again. */
  List<Obj> rowsAgain(Read read) {
    return rows(read, said(read.operation(), again));
  }

  private static List<Obj> rows(Read read, Said said) {
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
    return failure(said(operation, byOperation), key);
  }

  /** The same of what was asked again. */
  @Nullable Failure failureAgain(String operation, String key) {
    return failure(said(operation, again), key);
  }

  private static @Nullable Failure failure(Said said, String key) {
    Failure whole = said.failures.get(ALL);
    return whole != null ? whole : said.failures.get(key);
  }

  /** All reads that did not succeed, in the order of the operations asked. */
  List<Failure> failures() {
    return Stream.of(byOperation, again)
        .flatMap(said -> said.values().stream())
        .flatMap(each -> each.failures.values().stream())
        .toList();
  }

  /** Reads of one operation that did not succeed, those aside that were a second try. */
  Collection<Failure> failures(String operation) {
    return said(operation, byOperation).failures.values();
  }

  /** Requests made, retries included. */
  int calls() {
    return calls;
  }
}
