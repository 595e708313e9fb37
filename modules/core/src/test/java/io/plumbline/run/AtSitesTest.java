package io.plumbline.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.model.Site;
import io.plumbline.spi.EngineException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class AtSitesTest {
  private static Site site(String question) {
    return new Site(question.substring(0, 1), "toy", "terraform", Map.of(), null);
  }

  @Test
  void answersInTheOrderOfTheQuestions() {
    List<String> questions = List.of("b1", "a1", "c1", "a2", "b2");
    assertThat(AtSites.ask(questions, AtSitesTest::site, each -> "answer to " + each))
        .containsExactly(
            "answer to b1", "answer to a1", "answer to c1", "answer to a2", "answer to b2");
    assertThat(AtSites.ask(List.<String>of(), AtSitesTest::site, each -> each)).isEmpty();
  }

  /** No site ends before all three have begun. */
  @Test
  void worksAtSitesBesideEachOther() {
    CountDownLatch begun = new CountDownLatch(3);
    assertThat(
            AtSites.ask(
                List.of("a", "b", "c"),
                AtSitesTest::site,
                each -> {
                  begun.countDown();
                  try {
                    return begun.await(20, TimeUnit.SECONDS);
                  } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                  }
                }))
        .containsExactly(true, true, true);
  }

  @Test
  void worksAtOneSiteOneAfterTheOther() {
    AtomicInteger atOnce = new AtomicInteger();
    assertThat(
            AtSites.ask(
                List.of("a1", "a2", "a3", "a4"),
                AtSitesTest::site,
                each -> {
                  int now = atOnce.incrementAndGet();
                  LockSupport.parkNanos(5_000_000);
                  atOnce.decrementAndGet();
                  return now;
                }))
        .containsOnly(1);
  }

  @Test
  void throwsWhatWentWrongAsItIs() {
    EngineException wrong = new EngineException("site b has no region");
    assertThatThrownBy(
            () ->
                AtSites.ask(
                    List.of("a1", "b1", "b2"),
                    AtSitesTest::site,
                    each -> {
                      if (each.startsWith("b")) {
                        throw wrong;
                      }
                      return each;
                    }))
        .isSameAs(wrong);
  }
}
