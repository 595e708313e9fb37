package io.plumbline.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogicalIdTest {

  @ParameterizedTest
  @CsvSource({"network, Network", "trainers/template, TrainersTemplate", "pool2/a1, Pool2A1"})
  void isPlainForSingleWords(String address, String id) {
    assertThat(LogicalId.of(address)).isEqualTo(id);
  }

  @ParameterizedTest
  @CsvSource({
    "gpu-pool/template, GpuPoolTemplate",
    "8gpu, 8gpu",
    "net/1a, Net1a",
    "gpupool/t-x, GpupoolTX"
  })
  void endsInAHashWhereTheWordsDoNotTellTheAddress(String address, String words) {
    assertThat(LogicalId.of(address)).matches(words + "[0-9a-f]{6}");
  }

  @Test
  void neverChanges() {
    assertThat(LogicalId.of("gpu-pool/template")).isEqualTo("GpuPoolTemplateb896e8");
  }

  @Property(tries = 2000)
  void tellsAddressesApart(@ForAll("addresses") List<String> addresses) {
    Map<String, String> seen = new HashMap<>();
    for (String address : addresses) {
      String other = seen.put(LogicalId.of(address), address);
      assertThat(other == null || other.equals(address)).as(address + " and " + other).isTrue();
      assertThat(LogicalId.of(address)).matches("[A-Za-z0-9]+");
    }
  }

  @Provide
  Arbitrary<List<String>> addresses() {
    Arbitrary<String> ids = Arbitraries.strings().withChars("ab1-").ofMinLength(1).ofMaxLength(4);
    return Arbitraries.oneOf(ids, Combinators.combine(ids, ids).as((a, b) -> a + "/" + b))
        .list()
        .ofMaxSize(50);
  }
}
