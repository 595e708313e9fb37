package io.plumbline.cli;

import io.plumbline.report.Display;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** Whether a stream ends at a person's terminal. */
enum Terminal {
  IN(0),
  OUT(1),
  ERR(2);

  private static final int USUAL_WIDTH = 80;

  private final int descriptor;

  Terminal(int descriptor) {
    this.descriptor = descriptor;
  }

  /** Whether people look at it, or type into it. */
  boolean isTerminal() {
    Path link = Path.of("/proc/self/fd/" + descriptor);
    try {
      if (Files.isSymbolicLink(link)) {
        String target = Files.readSymbolicLink(link).toString();
        return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
      }
      return new ProcessBuilder("test", "-t", Integer.toString(descriptor))
              .inheritIO()
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Whether colours are understood, and wanted. */
  boolean colour() {
    return isTerminal()
        && Objects.requireNonNullElse(System.getenv("NO_COLOR"), "").isEmpty()
        && !"dumb".equals(System.getenv("TERM"));
  }

  /** How a report is shown there. */
  Display display() {
    return isTerminal() ? new Display(width(), colour()) : Display.PLAIN;
  }

  private static int width() {
    int given = number(Objects.requireNonNullElse(System.getenv("COLUMNS"), ""));
    if (given > 0) {
      return given;
    }
    try {
      Process stty =
          new ProcessBuilder("stty", "size")
              .redirectInput(Path.of("/dev/tty").toFile())
              .redirectError(Redirect.DISCARD)
              .start();
      String size = new String(stty.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      int columns = number(size.strip().replaceFirst(".* ", ""));
      return columns > 0 ? columns : USUAL_WIDTH;
    } catch (IOException e) {
      return USUAL_WIDTH;
    }
  }

  private static int number(String text) {
    return text.strip().matches("[0-9]{1,5}") ? Integer.parseInt(text.strip()) : 0;
  }
}
