package io.plumbline.state;

import io.plumbline.files.Drafts;
import io.plumbline.spi.StateStore;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * State in a folder of this machine: enough for the sandbox, which no other machine sees either.
 */
public final class FolderStore implements StateStore {
  /** Records lie at ENV/STACK/SITE/FILE; what engines keep below that is theirs. */
  private static final int DEEPEST = 4;

  private final Path root;

  public FolderStore(Path root) {
    this.root = root;
  }

  @Override
  public @Nullable String read(String key) {
    try {
      return Files.readString(root.resolve(key));
    } catch (NoSuchFileException e) {
      return null;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + root.resolve(key), e);
    }
  }

  @Override
  public void write(String key, String text) {
    Drafts.write(root.resolve(key), text);
  }

  /** A link to a file that is whole already: nobody ever reads half of what was created. */
  @Override
  public boolean create(String key, String text) {
    Path file = root.resolve(key);
    Path draft = file.resolveSibling(file.getFileName() + "." + UUID.randomUUID() + ".draft");
    try {
      Drafts.write(draft, text);
      Files.createLink(file, draft);
      return true;
    } catch (FileAlreadyExistsException e) {
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    } finally {
      Drafts.delete(draft);
    }
  }

  @Override
  public boolean replace(String key, String before, String after) {
    boolean same = before.equals(read(key));
    if (same) {
      write(key, after);
    }
    return same;
  }

  @Override
  public void delete(String key) {
    Drafts.delete(root.resolve(key));
  }

  @Override
  public <T> T apart(String key, Supplier<T> work) {
    return Guard.holding(root.resolve(key + Guard.SUFFIX), work);
  }

  @Override
  public List<String> keys(String prefix) {
    Path folder = root.resolve(prefix);
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder, DEEPEST)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> !file.toString().endsWith(".draft"))
          .filter(file -> !file.toString().endsWith(Guard.SUFFIX))
          .map(file -> root.relativize(file).toString().replace(File.separatorChar, '/'))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + folder, e);
    }
  }

  @Override
  public String place() {
    return root.toString();
  }

  @Override
  public boolean shared() {
    return false;
  }
}
