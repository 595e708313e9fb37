package io.plumbline.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShardTest {
  private static List<Shard> all(int of) {
    return IntStream.rangeClosed(1, of).mapToObj(i -> new Shard(i, of)).toList();
  }

  @Property
  void putsEachTargetIntoOneShard(
      @ForAll @AlphaChars String stack, @ForAll @IntRange(min = 1, max = 50) int of) {
    TargetName name = new TargetName(stack, "main");
    assertThat(all(of).stream().filter(shard -> shard.has("prod", name))).hasSize(1);
  }

  /** Fixed for ever: parts of one check may be run by machines that were set up on other days. */
  @Test
  void knowsATargetByItsNameAlone() {
    assertThat(new Shard(1, 3).has("prod", new TargetName("llm-training", "main"))).isFalse();
    assertThat(new Shard(2, 3).has("prod", new TargetName("llm-training", "main"))).isFalse();
    assertThat(new Shard(3, 3).has("prod", new TargetName("llm-training", "main"))).isTrue();
  }

  @Test
  void dealsManyTargetsOutEvenly() {
    for (Shard shard : all(8)) {
      long count =
          IntStream.range(0, 1_000)
              .filter(i -> shard.has("prod", new TargetName("stack-" + i, "main")))
              .count();
      assertThat(count).as("shard %s of 1,000 targets", shard).isBetween(90L, 160L);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1", "0/3", "4/3", "1/0", "-1/3", "1/3/5", "a/b", "01/3", " 1/3"})
  void refusesWhatIsNoShard(String text) {
    assertThatThrownBy(() -> Shard.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("expected I/N");
  }

  @Test
  void readsWhatItWrites() {
    assertThat(Shard.parse("2/3")).isEqualTo(new Shard(2, 3)).hasToString("2/3");
  }
}
