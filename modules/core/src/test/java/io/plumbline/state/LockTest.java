package io.plumbline.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.diagnostic.InvalidInputException;
import io.plumbline.spi.StateStore;
import io.plumbline.value.JsonWriter;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LockTest {
  private static final Actor ME = new Actor("ada", "here", "boot 1", ProcessHandle.current().pid());

  @TempDir Path folder;
  private FolderStore store;
  private final List<String> said = new ArrayList<>();

  @BeforeEach
  void openTheStore() {
    store = new FolderStore(folder);
  }

  private Lock take(Actor actor) {
    return Lock.take(store, "prod", "deploy", actor, said::add);
  }

  @Test
  void refusesTheSecondAndNamesTheFirst() {
    try (Lock first = take(ME)) {
      assertThat(first).isNotNull();
      assertThatThrownBy(() -> take(new Actor("eve", "there", "boot 1", 1)))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining("`plumbline deploy` of ada on here, process " + ME.pid());
    }
    take(new Actor("eve", "there", "boot 1", 1)).close();
  }

  @Test
  void takesOverFromADeadProcessOfThisMachineAndSaysSo() throws IOException {
    take(new Actor("bob", "here", "boot 1", deadPid()));
    take(ME).close();
    assertThat(said).singleElement().asString().contains("taking over", "bob", "half way");
    assertThat(store.keys("")).isEmpty();
  }

  @Test
  void letsOneOfManyTakeOver() throws Exception {
    String stale =
        JsonWriter.compact(new Actor("bob", "here", "boot 1", deadPid()).write("deploy", "then"));
    CyclicBarrier start = new CyclicBarrier(3);
    Callable<Optional<Lock>> attempt =
        () -> {
          start.await();
          try {
            return Optional.of(Lock.take(store, "prod", "deploy", ME, line -> {}));
          } catch (InvalidInputException e) {
            return Optional.empty();
          }
        };
    try (ExecutorService threads = Executors.newFixedThreadPool(3)) {
      for (int round = 0; round < 300; round++) {
        store.write("prod/lock.json", stale);
        List<Lock> held = new ArrayList<>();
        for (Future<Optional<Lock>> each : threads.invokeAll(List.of(attempt, attempt, attempt))) {
          each.get().ifPresent(held::add);
        }
        assertThat(held).as("round %d", round).hasSize(1);
        held.forEach(Lock::close);
        assertThat(store.keys("")).isEmpty();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[]", "{}", "{\"pid\": 7}"})
  void saysThatALockIsDamaged(String text) {
    store.write("prod/lock.json", text);
    assertThatThrownBy(() -> take(ME))
        .hasMessageContaining("the lock is damaged")
        .hasMessageContaining("delete " + folder + "/prod/lock.json");
  }

  @Test
  void leavesTheLockOfAnotherMachineAlone() throws IOException {
    take(new Actor("bob", "elsewhere", "boot 1", deadPid()));
    assertThatThrownBy(() -> take(ME)).hasMessageContaining("bob on elsewhere");
  }

  /** Containers may be called alike, and a number that is free here may be a process there. */
  @Test
  void leavesTheLockOfAnotherContainerAlone() throws IOException {
    take(new Actor("bob", "here", "boot 2", deadPid()));
    assertThatThrownBy(() -> take(ME)).hasMessageContaining("bob on here");
  }

  @Test
  void doesNotGiveBackWhatSomebodyElseHasTakenOver() {
    Lock mine = take(ME);
    store.write("prod/lock.json", "theirs");
    mine.close();
    assertThat(store.read("prod/lock.json")).isEqualTo("theirs");
  }

  /** A connection that breaks after the store has it: the same is asked for again, and refused. */
  @Test
  void knowsItsOwnWhereTheAnswerWasLost() {
    StateStore lossy =
        (StateStore)
            Proxy.newProxyInstance(
                LockTest.class.getClassLoader(),
                new Class<?>[] {StateStore.class},
                (proxy, method, arguments) -> {
                  Object said = method.invoke(store, arguments);
                  return method.getName().equals("create") ? (Object) false : said;
                });
    Lock.take(lossy, "prod", "deploy", ME, said::add).close();
    assertThat(store.keys("")).isEmpty();
  }

  @Test
  void letsOneOfManyCreate() throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<Boolean>> attempts = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        String text = "holder " + i;
        attempts.add(() -> store.create("prod/lock.json", text));
      }
      int winners = 0;
      for (Future<Boolean> each : threads.invokeAll(attempts)) {
        winners += each.get() ? 1 : 0;
      }
      assertThat(winners).isOne();
      assertThat(store.read("prod/lock.json")).startsWith("holder ");
    }
  }

  private static long deadPid() throws IOException {
    Process process = new ProcessBuilder("true").start();
    process.onExit().join();
    return process.pid();
  }
}
