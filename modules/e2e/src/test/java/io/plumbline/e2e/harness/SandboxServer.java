package io.plumbline.e2e.harness;

import io.plumbline.testkit.live.SandboxProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A sandbox of its own for one test class, on a free port: {@code @RegisterExtension static final
 * SandboxServer SANDBOX = new SandboxServer();}.
 */
public final class SandboxServer implements BeforeAllCallback, AfterAllCallback {
  private @Nullable SandboxProcess process;
  private @Nullable Aws aws;

  /** The repository: its {@code ci/}, its templates, what the set-up made ready. */
  public static Path repository() {
    return Path.of(System.getProperty("plumbline.home", "../..")).toAbsolutePath().normalize();
  }

  @Override
  public void beforeAll(ExtensionContext context) throws IOException {
    process = SandboxProcess.start(repository());
    aws = new Aws(url(), "us-east-1");
  }

  @Override
  public void afterAll(ExtensionContext context) {
    if (aws != null) {
      aws.close();
    }
    if (process != null) {
      process.close();
    }
  }

  /** Where it answers. */
  public URI url() {
    return running().uri();
  }

  long pid() {
    return running().pid();
  }

  /** A way into it beside Plumbline. */
  public Aws aws() {
    return Objects.requireNonNull(aws, "the sandbox does not run yet");
  }

  /** The same into another region; the caller closes it. */
  public Aws aws(String region) {
    return new Aws(url(), region);
  }

  /** Takes it back to an empty account; what engines remember of it is then wrong. */
  public void empty() {
    try {
      HttpURLConnection reset =
          (HttpURLConnection) url().resolve("/moto-api/reset").toURL().openConnection();
      reset.setRequestMethod("POST");
      if (reset.getResponseCode() != HttpURLConnection.HTTP_OK) {
        throw new IllegalStateException("the sandbox was not emptied: " + reset.getResponseCode());
      }
      reset.disconnect();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private SandboxProcess running() {
    return Objects.requireNonNull(process, "the sandbox does not run yet");
  }
}
