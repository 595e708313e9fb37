package io.plumbline.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What is measured beside Plumbline does the same work, or the figures say nothing. */
class RawJacksonTest {
  @Test
  void writesTheSameBytes() throws IOException {
    WarmGeneration ours = new WarmGeneration();
    ours.pools = 3;
    ByteArrayOutputStream expected = new ByteArrayOutputStream();
    ours.generate("terraform", expected);
    ByteArrayOutputStream raw = new ByteArrayOutputStream();
    RawJackson.write(3, raw);
    assertThat(raw.toString(StandardCharsets.UTF_8))
        .isEqualTo(expected.toString(StandardCharsets.UTF_8));
  }
}
