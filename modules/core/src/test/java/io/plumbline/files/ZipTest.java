package io.plumbline.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

final class ZipTest {

  @Test
  void holdsTheTextUnderItsName() throws IOException {
    byte[] archive = Zip.of("index.py", "print('ä')\n");

    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(archive))) {
      ZipEntry entry = in.getNextEntry();
      assertThat(entry.getName()).isEqualTo("index.py");
      assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("print('ä')\n");
      assertThat(in.getNextEntry()).isNull();
    }
  }

  @Test
  void isTheSameOnEveryMachine() {
    assertThat(Zip.digest(Zip.of("index.py", "x\n")))
        .isEqualTo("gVINRviwN+UxwzULWTxnHw4iMNJIg/AcqEQxop9Klaw=");
  }
}
