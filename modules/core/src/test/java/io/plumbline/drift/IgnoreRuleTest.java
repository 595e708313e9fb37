package io.plumbline.drift;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.value.Value;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IgnoreRuleTest {
  private static final LocalDate UNTIL = LocalDate.of(2026, 11, 22);

  private static IgnoreRule rule(String address, String attribute) {
    return new IgnoreRule(null, address, attribute, "because", UNTIL, null);
  }

  private static Subject subject(String address, String liveId) {
    return new Subject("fleet", "main", address, "group", liveId, null);
  }

  private static Finding changed(String attribute) {
    return new Finding.Changed(
        subject("pool/template", "lt-1"), attribute, null, null, false, List.of());
  }

  @ParameterizedTest
  @CsvSource({
    "pool/template, tags/team, true",
    "pool/template, tags, true",
    "pool/*, t*, true",
    "*, *, true",
    "pool, tags, false",
    "pool/template, tag, false",
    "pool.template, tags, false",
    "pool/template, tags/team/x, false",
  })
  void coversByPatternOfAddressAndAttribute(String address, String attribute, boolean covers) {
    assertThat(rule(address, attribute).covers(changed("tags/team"))).isEqualTo(covers);
  }

  @Test
  void coversADuplicateByWhatItIsCalledLiveAndNotTheOriginal() {
    Finding duplicate = new Finding.Duplicate(subject("pool", "pool-2"), "pool-1", null);
    Finding missing = new Finding.Missing(subject("pool", null), List.of());
    assertThat(rule("pool-2", "*").covers(duplicate)).isTrue();
    assertThat(rule("pool", "*").covers(duplicate)).isFalse();
    assertThat(rule("pool-2", "*").covers(missing)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"Z1_*.example.com_A, Z1_api.example.com_A", "a\\*, a\\b", "*, x"})
  void meansAnEscapedStarLiterally(String name, String other) {
    IgnoreRule rule = rule(IgnoreRule.literal(name), "*");
    assertThat(rule.covers(new Finding.Missing(subject(name, null), List.of()))).isTrue();
    assertThat(rule.covers(new Finding.Missing(subject(other, null), List.of()))).isFalse();
  }

  @Test
  void coversAWholeResourceOnlyWhereItCoversAllOfIt() {
    Finding missing = new Finding.Missing(subject("pool", null), List.of());
    assertThat(rule("pool", "*").covers(missing)).isTrue();
    assertThat(rule("pool", "maxSize").covers(missing)).isFalse();
  }

  @Test
  void coversWhatIsNotInTheDesignByItsLiveId() {
    Finding unmanaged =
        new Finding.Unmanaged(subject(null, "sg-1"), "stands in net", Value.Obj.EMPTY);
    assertThat(rule("sg-*", "*").covers(unmanaged)).isTrue();
    assertThat(rule("net", "*").covers(unmanaged)).isFalse();
  }

  @Test
  void holdsThroughItsLastDay() {
    assertThat(rule("*", "*").hasExpired(UNTIL)).isFalse();
    assertThat(rule("*", "*").hasExpired(UNTIL.plusDays(1))).isTrue();
  }
}
