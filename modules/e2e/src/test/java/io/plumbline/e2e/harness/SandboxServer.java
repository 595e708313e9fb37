package io.plumbline.e2e.harness;

import io.plumbline.testkit.live.SandboxProcess;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
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
  private final List<String> flags;
  private @Nullable String owner;
  private @Nullable SandboxProcess process;
  private @Nullable Aws aws;

  /** With flags of {@code ci/sandbox/server.py}. */
  public SandboxServer(String... flags) {
    this.flags = List.of(flags);
  }

  /** The repository: its {@code ci/}, its templates, what the set-up made ready. */
  public static Path repository() {
    return Path.of(System.getProperty("plumbline.home", "../..")).toAbsolutePath().normalize();
  }

  @Override
  public void beforeAll(ExtensionContext context) throws IOException {
    owner = context.getRequiredTestClass().getSimpleName();
    process = SandboxProcess.start(repository(), flags);
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

  /** The class of the test: what it writes goes into a folder of this name. */
  String owner() {
    return Objects.requireNonNull(owner, "the sandbox does not run yet");
  }

  public long pid() {
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

  /** The same in the name of a role, by its ARN; the caller closes it. */
  public Aws actingAs(String role) {
    return Aws.actingAs(role, url(), "us-east-1");
  }

  /** How many calls it has answered. */
  public int calls() {
    try (InputStream health = url().resolve("/plumbline/health").toURL().openStream()) {
      String said = new String(health.readAllBytes(), StandardCharsets.UTF_8);
      return Integer.parseInt(said.substring(said.indexOf("calls ") + 6).strip());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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

  /** Makes it short of nodes, quotas or rights, as JSON says; <code>{}</code> of nothing. */
  public void limit(String limits) {
    try {
      HttpURLConnection post =
          (HttpURLConnection) url().resolve("/plumbline/limits").toURL().openConnection();
      post.setRequestMethod("POST");
      post.setDoOutput(true);
      post.getOutputStream().write(limits.getBytes(StandardCharsets.UTF_8));
      if (post.getResponseCode() != HttpURLConnection.HTTP_OK) {
        throw new IllegalStateException("the sandbox took no limits: " + post.getResponseCode());
      }
      post.disconnect();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private SandboxProcess running() {
    return Objects.requireNonNull(process, "the sandbox does not run yet");
  }
}
