package io.plumbline.state;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The commit that a deploy was made from.
 *
 * @param dirty whether files had changed since that commit
 */
public record Commit(String id, boolean dirty) {

  /** The commit that stands in {@code folder}; null where there is no git, or no repository. */
  public static @Nullable Commit of(Path folder) {
    String id = git(folder, "rev-parse", "HEAD");
    String status = git(folder, "status", "--porcelain");
    return id == null || status == null ? null : new Commit(id.strip(), !status.isBlank());
  }

  private static @Nullable String git(Path folder, String... arguments) {
    List<String> line = new ArrayList<>(List.of("git", "-C", folder.toString()));
    line.addAll(List.of(arguments));
    try {
      Process process =
          new ProcessBuilder(line).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      process.getOutputStream().close();
      String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return process.waitFor() == 0 ? out : null;
    } catch (IOException e) {
      return null;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return null;
    }
  }

  @Override
  public String toString() {
    return id.substring(0, Math.min(10, id.length())) + (dirty ? " with uncommitted changes" : "");
  }
}
