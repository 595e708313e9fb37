package io.plumbline.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What is measured beside Plumbline does the same work, or the figures say nothing. */
class RawJacksonTest {
  /** Lies beside the configuration in a file of its own, which takes no time to write. */
  private static final String PROFILE =
      "[profile plumbline]\nendpoint_url = http://127.0.0.1:4510\n";

  @Test
  void writesTheSameBytes() throws IOException {
    WarmGeneration ours = new WarmGeneration();
    ours.pools = 3;
    ByteArrayOutputStream expected = new ByteArrayOutputStream();
    ours.generate("terraform", expected);
    ByteArrayOutputStream raw = new ByteArrayOutputStream();
    RawJackson.write(3, raw);
    assertThat(PROFILE + raw.toString(StandardCharsets.UTF_8))
        .isEqualTo(expected.toString(StandardCharsets.UTF_8));
  }
}
