package io.plumbline.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Asks a person. */
final class Question {
  private Question() {}

  /** Whether the answer is exactly what was wanted. */
  static boolean ask(PrintWriter err, String question, String wanted) {
    return wanted.equals(line(err, question));
  }

  /** The answer, without blanks around it; null where there is none any more. */
  static @Nullable String line(PrintWriter err, String question) {
    err.print(question + " ");
    err.flush();
    try {
      ByteArrayOutputStream answer = new ByteArrayOutputStream();
      int next = System.in.read();
      for (; next >= 0 && next != '\n'; next = System.in.read()) {
        answer.write(next);
      }
      boolean ended = next < 0 && answer.size() == 0;
      return ended ? null : answer.toString(StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      return null;
    }
  }
}
