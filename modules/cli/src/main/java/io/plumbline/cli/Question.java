package io.plumbline.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** Asks a person. */
final class Question {
  private Question() {}

  /** Whether the answer is exactly what was wanted. */
  static boolean ask(PrintWriter err, String question, String wanted) {
    err.print(question + " ");
    err.flush();
    try {
      String answer =
          new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
      return answer != null && answer.strip().equals(wanted);
    } catch (IOException e) {
      return false;
    }
  }
}
