package io.plumbline.live.onprem;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where a secret is. It is read when it is needed, and stands nowhere else.
 *
 * @param setting what the file is called in a site's settings
 * @param file whose first line it is
 * @param variable of the environment, which comes before a file
 */
record Credential(String setting, @Nullable String file, @Nullable String variable) {

  /** The secret itself, which is never empty. */
  String read() throws UnheardException {
    String secret = variable == null ? ofFile() : System.getenv(variable);
    if (secret == null || secret.isEmpty()) {
      throw new UnheardException(
          "NoCredentials: "
              + (variable == null
                  ? "the file of " + setting + " is empty, or not named"
                  : "variable " + variable + " is not set"));
    }
    return secret;
  }

  private @Nullable String ofFile() throws UnheardException {
    if (file == null) {
      return null;
    }
    try {
      return Files.readString(Path.of(file)).lines().findFirst().orElse("");
    } catch (IOException e) {
      throw new UnheardException("NoCredentials: " + file + " cannot be read");
    }
  }
}
