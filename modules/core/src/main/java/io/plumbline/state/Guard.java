package io.plumbline.state;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * One at a time on this machine. The operating system lets go of a process that ends, however it
 * ends. The file stays: whoever deleted it would let in a second one, through a new file.
 */
final class Guard {
  /** Names end so; what is kept in a store does not. */
  static final String SUFFIX = ".guard";

  /** A process locks a file once, whichever of its threads does. */
  private static final ReentrantLock IN_THIS_PROCESS = new ReentrantLock();

  private Guard() {}

  static <T> T holding(Path file, Supplier<T> work) {
    IN_THIS_PROCESS.lock();
    try (FileChannel channel = open(file)) {
      channel.lock(); // until it is closed
      return work.get();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot lock " + file, e);
    } finally {
      IN_THIS_PROCESS.unlock();
    }
  }

  private static FileChannel open(Path file) throws IOException {
    Files.createDirectories(file.toAbsolutePath().normalize().getParent());
    return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
  }
}
