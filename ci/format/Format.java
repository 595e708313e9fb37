import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/**
 * Runs google-java-format over every Java file of the repository, in one process: {@code Format
 * (check|write) ROOT}.
 *
 * <p>It is started from source by the build, with the toolchain's JDK, because the formatter's
 * Maven plugins parse with the JVM of Maven itself, which may be too old for this code.
 */
final class Format {

  private static final List<String> ROOTS = List.of("modules", "stacks", "ci");

  private Format() {}

  public static void main(String[] args) throws IOException {
    boolean write = args[0].equals("write");
    Path root = Path.of(args[1]).toAbsolutePath().normalize();
    List<String> line = new ArrayList<>();
    line.addAll(write ? List.of("--replace") : List.of("--dry-run", "--set-exit-if-changed"));
    line.addAll(sources(root));
    ToolProvider formatter = ToolProvider.findFirst("google-java-format").orElseThrow();
    int exitCode =
        formatter.run(
            new PrintWriter(System.err, true),
            new PrintWriter(System.err, true),
            line.toArray(String[]::new));
    if (exitCode != 0 && !write) {
      System.err.println("The files above are not in google-java-format. Mend them with:");
      System.err.println("    mvn -Pformat validate -N");
    }
    System.exit(exitCode);
  }

  private static List<String> sources(Path root) throws IOException {
    List<String> sources = new ArrayList<>();
    for (String folder : ROOTS) {
      try (Stream<Path> files = Files.walk(root.resolve(folder))) {
        files
            .filter(file -> file.toString().endsWith(".java"))
            .filter(file -> !root.relativize(file).toString().matches(".*\\btarget\\b.*"))
            .map(Path::toString)
            .sorted()
            .forEach(sources::add);
      }
    }
    return sources;
  }
}
