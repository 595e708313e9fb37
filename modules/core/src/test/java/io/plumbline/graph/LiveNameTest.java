package io.plumbline.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

final class LiveNameTest {
  private record Parts(String environment, String stack, String address) {
    String name(int limit) {
      return LiveName.of(environment, stack, address, limit);
    }
  }

  @Test
  void joinsEnvironmentStackAndAddress() {
    assertThat(LiveName.of("prod", "llm", "trainers/template", 128))
        .isEqualTo("prod-llm-trainers-template");
  }

  @Test
  void keepsTheNamesOfEarlierVersions() {
    assertThat(LiveName.of("prod", "llm", "trainers-of-the-large-model/template", 32))
        .isEqualTo(
            "prod-llm-trainers-of-th-"
                + LiveName.hash("prod/llm/trainers-of-the-large-model/template"));
    assertThat(LiveName.hash("prod/llm/trainers-of-the-large-model/template"))
        .isEqualTo("dc1ab65e");
  }

  @Test
  void doesNotDependOnTheLocale() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr"));
      assertThat(LiveName.of("PROD-I", "llm", "x", 63)).startsWith("prod-i-llm-x-");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Property
  void staysWithinTheLimitAndTheCharacters(
      @ForAll String environment,
      @ForAll String stack,
      @ForAll("addresses") String address,
      @ForAll @IntRange(min = 16, max = 255) int limit) {
    assertThat(LiveName.of(environment, stack, address, limit))
        .hasSizeLessThanOrEqualTo(limit)
        .matches("[a-z0-9-]+");
  }

  @Property
  void tellsDifferentResourcesApart(
      @ForAll("words") String environment,
      @ForAll("addresses") String one,
      @ForAll("addresses") String other,
      @ForAll @IntRange(min = 24, max = 255) int limit) {
    String first = new Parts(environment, "stack", one).name(limit);
    String second = new Parts(environment, "stack", other).name(limit);

    assertThat(first.equals(second))
        .isEqualTo(one.replace('/', '-').equals(other.replace('/', '-')));
  }

  @Property
  void isTheSameEveryTime(@ForAll String environment, @ForAll("addresses") String address) {
    assertThat(LiveName.of(environment, "s", address, 63))
        .isEqualTo(LiveName.of(environment, "s", address, 63));
  }

  @Property
  void hasLettersAndDigitsAloneWhereNamesAreShared(
      @ForAll("words") String environment,
      @ForAll("words") String stack,
      @ForAll("addresses") String address,
      @ForAll @IntRange(min = 16, max = 63) int limit) {
    assertThat(LiveName.shared("owner", environment, stack, address, limit))
        .hasSizeLessThanOrEqualTo(limit)
        .matches("[a-z0-9]+")
        .isEqualTo(LiveName.shared("owner", environment, stack, address, limit))
        .isNotEqualTo(LiveName.shared("other", environment, stack, address, limit))
        .isNotEqualTo(LiveName.shared("owner", environment, stack, address + "-2", limit));
  }

  @Provide
  Arbitrary<String> words() {
    return Arbitraries.strings()
        .withCharRange('a', 'z')
        .numeric()
        .withChars('-')
        .ofMinLength(1)
        .ofMaxLength(63);
  }

  @Provide
  Arbitrary<String> addresses() {
    return Combinators.combine(words(), words(), Arbitraries.of(true, false))
        .as((component, part, whole) -> whole ? component : component + "/" + part);
  }
}
