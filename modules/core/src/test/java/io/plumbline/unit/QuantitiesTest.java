package io.plumbline.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class QuantitiesTest {

  @Property
  void sizesReadBackWhatTheyPrint(@ForAll @LongRange(min = 0, max = 1_000_000_000) long mib) {
    assertThat(DataSize.parse(DataSize.mib(mib).toString())).isEqualTo(DataSize.mib(mib));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "500", "500GB", "GiB", "-5GiB", "1.5GiB"})
  void refusesSizesWithoutABinaryUnit(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> DataSize.parse(text));
  }

  @Test
  void roundsUpToWholeGibibytes() {
    assertThat(DataSize.mib(1025).gibibytes()).isEqualTo(2);
    assertThat(DataSize.tib(2).gibibytes()).isEqualTo(2048);
  }

  @Test
  void pricesAreEqualByAmount() {
    assertThat(Price.usdPerHour("40.00")).isEqualTo(Price.usdPerHour(40)).hasToString("40 USD/h");
    assertThat(Price.usdPerHour(32.77)).isEqualTo(Price.parse("32.77 USD/h"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "40", "forty USD/h", "1e3 USD/h", "40 EUR/h"})
  void refusesPricesWithoutTheirUnit(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> Price.parse(text));
  }
}
