package io.plumbline.cli;

import java.io.PrintWriter;
import java.io.Writer;

/**
 * Runs what people run most, and shows nothing of it: the launcher lets the JVM record what is
 * loaded meanwhile, so that later starts are quick.
 */
public final class Rehearsal {
  private Rehearsal() {}

  /** The argument is a folder to write artefacts to. */
  public static void main(String[] arguments) {
    run("--version");
    run("--help");
    run("check");
    run("graph");
    run("synth", "-o", arguments[0]);
  }

  private static void run(String... command) {
    Main.run(new PrintWriter(Writer.nullWriter()), new PrintWriter(Writer.nullWriter()), command);
  }
}
