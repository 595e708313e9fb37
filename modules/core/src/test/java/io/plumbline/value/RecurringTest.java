package io.plumbline.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RecurringTest {
  private final Recurring recurring = new Recurring();

  private static Value disk(int size) {
    return Value.object(
        "type", Value.text("gp3"), "sizes", Value.list(Value.whole(size), Value.whole(1)));
  }

  @Test
  void sameValuesAreOne() {
    Value first = recurring.one(disk(200));
    assertThat(recurring.one(disk(200))).isSameAs(first);
    assertThat(recurring.one(disk(100))).isNotSameAs(first).isEqualTo(disk(100));
  }

  @Test
  void anotherOrderIsAnotherValueSinceItIsWrittenOtherwise() {
    Value one = recurring.one(Value.object("a", Value.text("1"), "b", Value.text("2")));
    Value other = recurring.one(Value.object("b", Value.text("2"), "a", Value.text("1")));
    assertThat(other).isEqualTo(one).isNotSameAs(one);
    assertThat(JsonWriter.compact(other)).isEqualTo("{\"b\":\"2\",\"a\":\"1\"}");
  }

  @Test
  void neverTakesOneValueForAnotherHoweverManyThereAre() {
    IntStream.range(0, 20_000)
        .forEach(i -> assertThat(recurring.one(Value.text("name-" + i))).isEqualTo(name(i)));
  }

  private static Value name(int i) {
    return Value.text("name-" + i);
  }
}
