package io.plumbline.live.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.spi.LiveSource.Answer;
import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

final class OperationTest {
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Asking asking = new Asking("elb:DescribeTags", threads, new Attempts());

  @AfterEach
  void endThreads() {
    threads.close();
  }

  @Test
  void answersForAllBatches() {
    List<Integer> sizes = new ArrayList<>();
    Operation.inBatches(
        asking,
        keys(45),
        20,
        (some, items) -> {
          sizes.add(some.size());
          some.forEach(key -> items.accept(item(key)));
        });

    Answer answer = asking.answer();
    assertThat(sizes).containsExactly(20, 20, 5);
    assertThat(answer.items()).isEqualTo(keys(45).stream().map(OperationTest::item).toList());
    assertThat(answer.failures()).isEmpty();
  }

  @Test
  void aBatchThatFailsIsAFailureWhateverOthersAnswer() {
    Operation.inBatches(
        asking,
        keys(45),
        20,
        (some, items) -> {
          if (some.contains("key-0")) {
            throw error("AccessDenied");
          }
        });

    assertThat(asking.answer().failures()).containsOnlyKeys("");
  }

  @Test
  void noKeyIsAskedForTwice() {
    asking.ask("a", items -> {});
    assertThatThrownBy(() -> asking.ask("a", items -> {})).hasMessageContaining("asked twice");
  }

  @Test
  void whatIsGoneHidesNoneOfTheOthers() {
    List<String> seen = new ArrayList<>();
    for (String name : List.of("one", "gone", "other")) {
      Operation.unlessGone(
          Set.of("NoSuchEntity"),
          () -> {
            if (name.equals("gone")) {
              throw error("NoSuchEntity");
            }
            seen.add(name);
          });
    }
    assertThat(seen).containsExactly("one", "other");
    assertThatThrownBy(
            () ->
                Operation.unlessGone(
                    Set.of("NoSuchEntity"),
                    () -> {
                      throw error("Throttling");
                    }))
        .isInstanceOf(AwsServiceException.class);
  }

  private static AwsServiceException error(String code) {
    return AwsServiceException.builder()
        .awsErrorDetails(AwsErrorDetails.builder().errorCode(code).build())
        .build();
  }

  private static List<String> keys(int count) {
    return IntStream.range(0, count).mapToObj(i -> "key-" + i).toList();
  }

  private static Obj item(String key) {
    return Value.object("Key", Value.text(key));
  }
}
