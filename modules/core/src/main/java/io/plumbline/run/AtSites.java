package io.plumbline.run;

import io.plumbline.model.Site;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/**
 * Work at several sites. Sites are worked on beside each other, since each has limits of its own;
 * what is at one site one after the other, since all of it shares them.
 */
final class AtSites {
  private static final int AT_A_TIME = 8;

  private AtSites() {}

  /**
   * What comes of each question, in the order of the questions. The first failure, in that order,
   * is thrown as it is.
   *
   * @param site where the work for a question is
   */
  static <Q, A> List<A> ask(List<Q> questions, Function<Q, Site> site, Function<Q, A> work) {
    Map<Site, CompletableFuture<?>> last = new LinkedHashMap<>();
    List<CompletableFuture<A>> answers = new ArrayList<>();
    try (ExecutorService threads =
        Executors.newFixedThreadPool(AT_A_TIME, Thread.ofVirtual().factory())) {
      for (Q question : questions) {
        CompletableFuture<?> before =
            last.getOrDefault(site.apply(question), CompletableFuture.completedFuture(null));
        CompletableFuture<A> answer = before.thenApplyAsync(done -> work.apply(question), threads);
        last.put(site.apply(question), answer);
        answers.add(answer);
      }
      return answers.stream().map(CompletableFuture::join).toList();
    } catch (CompletionException e) {
      switch (e.getCause()) {
        case RuntimeException failure -> throw failure;
        case Error failure -> throw failure;
        case null, default -> throw e;
      }
    }
  }
}
