package io.plumbline.testkit.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.spi.LiveSource;
import io.plumbline.spi.LiveSource.Answer;
import io.plumbline.value.References;
import io.plumbline.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** What every source of live documents owes, whether it reaches a provider or plays a recording. */
public abstract class LiveSourceContract {

  /**
   * Where the source has something to answer.
   *
   * @param listing an operation that lists everything, and lists something
   * @param keyed an operation that asks by key
   * @param member the member of its items that holds the key
   * @param there a key of which there is something
   */
  public record Ground(String listing, String keyed, String member, String there) {}

  protected abstract LiveSource source();

  protected abstract Ground ground();

  @Test
  void listsDocumentsOfPlainData() {
    Answer answer = source().call(ground().listing(), List.of());
    assertThat(answer.failures()).isEmpty();
    assertThat(answer.items()).isNotEmpty();
    answer.items().forEach(LiveSourceContract::assertPlain);
  }

  private static void assertPlain(Value item) {
    List<Value> references = new ArrayList<>();
    References.forEach(item, references::add);
    assertThat(references).isEmpty();
    assertThat(item.toString()).doesNotContain("Unknown[", "Base64[", "Null[");
  }

  @Test
  void answersByKeyWithTheKeyInEachItem() {
    Answer answer = source().call(ground().keyed(), List.of(ground().there()));
    assertThat(answer.failures()).isEmpty();
    assertThat(answer.items()).isNotEmpty();
    assertThat(answer.items())
        .allSatisfy(
            item ->
                assertThat(item.get(ground().member())).isEqualTo(Value.text(ground().there())));
  }

  @Test
  void answersNothingForWhatIsNotThereAndNoFailure() {
    Answer answer = source().call(ground().keyed(), List.of("plumbline-no-such-thing"));
    assertThat(answer.failures()).isEmpty();
    assertThat(answer.items()).isEmpty();
  }

  @Test
  void answersEachOfSeveralKeys() {
    Answer answer =
        source().call(ground().keyed(), List.of("plumbline-no-such-thing", ground().there()));
    assertThat(answer.failures()).isEmpty();
    assertThat(answer.items()).isNotEmpty();
    assertThat(answer.calls()).isGreaterThanOrEqualTo(2);
  }

  @Test
  void countsItsCalls() {
    assertThat(source().call(ground().listing(), List.of()).calls()).isPositive();
  }

  @Test
  void failsWithoutThrowingWhereItKnowsNoSuchOperation() {
    Answer answer = source().call("nowhere:NoSuchOperation", List.of());
    assertThat(answer.items()).isEmpty();
    assertThat(answer.failure("")).isNotNull();
    assertThat(answer.failure("any key")).isNotNull();
  }

  @Test
  void answersTheSameToSeveralThreads() {
    LiveSource source = source();
    Answer alone = source.call(ground().listing(), List.of());
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<CompletableFuture<Answer>> together = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        together.add(
            CompletableFuture.supplyAsync(
                () -> source.call(ground().listing(), List.of()), threads));
      }
      together.forEach(answer -> assertThat(answer.join().items()).isEqualTo(alone.items()));
    }
  }

  @Test
  void saysWhatIsTheSameEverywhere() {
    assertThat(source().constants()).containsKeys("partition", "region");
  }
}
