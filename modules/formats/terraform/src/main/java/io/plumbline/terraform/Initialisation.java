package io.plumbline.terraform;

import io.plumbline.kind.Lens;
import io.plumbline.spi.Engine.Progress;
import io.plumbline.spi.EngineException;
import io.plumbline.value.JsonReader;
import io.plumbline.value.JsonWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * Fetches the provider and sets the backend up, where that is not done yet: it takes seconds. One
 * run at a time, since all share a cache of providers that bears no more.
 */
final class Initialisation {
  private final Terraform terraform;
  private final WorkFolder folder;

  Initialisation(Terraform terraform, WorkFolder folder) {
    this.terraform = terraform;
    this.folder = folder;
  }

  void ifNeeded(Progress progress) {
    try {
      String wanted = wanted();
      boolean ready = Files.exists(marker()) && Files.readString(marker()).equals(wanted);
      if (!ready) {
        now(progress);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void now(Progress progress) {
    progress.say(terraform.name() + ": making the work folder ready");
    try {
      Path cache = folder.shared().resolve("terraform-plugins");
      Files.createDirectories(cache);
      alone(cache);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A lock on a file keeps other processes out, and no other thread of this one. */
  private void alone(Path cache) throws IOException {
    synchronized (Initialisation.class) {
      try (FileChannel lock =
          FileChannel.open(
              cache.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
        lock.lock();
        initialise();
        Files.writeString(marker(), wanted());
      }
    }
  }

  private void initialise() {
    try {
      terraform.output("init", "-input=false", "-no-color");
    } catch (EngineException e) {
      String message = String.valueOf(e.getMessage());
      if (message.contains("-migrate-state")) {
        throw new EngineException(
            "the site's state settings changed, and there is a state already. Move it, in "
                + folder.path()
                + ": "
                + terraform.name()
                + " init -migrate-state",
            e);
      }
      throw e;
    }
  }

  /**
   * What the folder was made ready for: the providers and the backend, and where they come from.
   */
  private String wanted() throws IOException {
    String configuration = Files.readString(folder.configuration(), StandardCharsets.UTF_8);
    String file = terraform.environment().getOrDefault("TF_CLI_CONFIG_FILE", "");
    String rc = file.isEmpty() ? "" : Files.readString(Path.of(file), StandardCharsets.UTF_8);
    Path program = terraform.program().file();
    return String.join(
        "\n",
        program.toString(),
        Files.getLastModifiedTime(program).toString(),
        rc,
        JsonWriter.compact(Lens.find(JsonReader.read(configuration), List.of("terraform"))));
  }

  private Path marker() {
    return folder.path().resolve(".terraform").resolve("plumbline-ready");
  }
}
