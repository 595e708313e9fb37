package io.plumbline.cli;

import io.plumbline.run.Project;
import io.plumbline.synth.Manifest;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Runs what people run most, and shows nothing of it: the launcher lets the JVM record what is
 * loaded meanwhile, so that later starts are quick.
 */
public final class Rehearsal {
  private Rehearsal() {}

  /** The argument is a folder to write artefacts to. */
  public static void main(String[] arguments) throws IOException {
    run("--version");
    run("--help");
    run("check");
    run("graph");
    run("synth", "-o", arguments[0]);
    try (MuteAws aws = new MuteAws()) {
      check(Path.of(arguments[0], "sandbox"), aws);
    }
  }

  /** Checks what was written against an account that answers, and has nothing to tell. */
  private static void check(Path artefacts, MuteAws aws) throws IOException {
    Path manifest = artefacts.resolve(Manifest.FILE);
    if (Files.exists(manifest)) {
      String text = Files.readString(manifest);
      Files.writeString(
          manifest, text.replaceAll("http://(127\\.0\\.0\\.1|localhost):\\d+", aws.url()));
      System.setProperty(Project.PROPERTY, artefacts.toString()); // it has no environment file
      run("drift", "-e", "rehearsal", "--output", "json", "--against", artefacts.toString());
    }
  }

  private static void run(String... command) {
    Main.run(new PrintWriter(Writer.nullWriter()), new PrintWriter(Writer.nullWriter()), command);
  }
}
