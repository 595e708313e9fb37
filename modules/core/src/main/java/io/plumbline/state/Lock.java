package io.plumbline.state;

import io.plumbline.diagnostic.Diagnostic;
import io.plumbline.diagnostic.InvalidInputException;
import io.plumbline.spi.Engine.Progress;
import io.plumbline.spi.StateStore;
import io.plumbline.value.JsonReader;
import io.plumbline.value.JsonWriter;
import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One command at a time changes an environment. Whoever comes second is told who was first. A lock
 * that a dead process of this machine left is taken over, and that is said.
 */
public final class Lock implements AutoCloseable {
  private final StateStore store;
  private final String key;
  private final String mine;

  private Lock(StateStore store, String key, String mine) {
    this.store = store;
    this.key = key;
    this.mine = mine;
  }

  /**
   * Takes the lock of an environment.
   *
   * @param command what for: {@code "deploy"}
   * @throws InvalidInputException if somebody else holds it
   */
  public static Lock take(
      StateStore store, String environment, String command, Actor actor, Progress progress) {
    String key = environment + "/lock.json";
    String mine = JsonWriter.compact(actor.write(command, Instant.now().toString())) + "\n";
    for (int attempt = 0; attempt < 3; attempt++) {
      if (store.create(key, mine)) {
        return new Lock(store, key, mine);
      }
      String text = store.read(key);
      if (text != null) {
        Obj holder = parse(text);
        if (!actor.outlived(holder)) {
          throw held(environment, holder, store, key);
        }
        progress.say("taking over the lock of " + say(holder) + ", which has ended");
        store.delete(key);
      }
    }
    throw held(environment, parse(store.read(key)), store, key);
  }

  private static Obj parse(@Nullable String text) {
    try {
      return text != null && JsonReader.read(text) instanceof Obj holder ? holder : Obj.EMPTY;
    } catch (JsonReader.SyntaxException e) {
      return Obj.EMPTY;
    }
  }

  private static InvalidInputException held(
      String environment, Obj holder, StateStore store, String key) {
    return new InvalidInputException(
        List.of(
            new Diagnostic(
                "PLB-RUN-001",
                Diagnostic.Severity.ERROR,
                "environment is locked",
                environment + " is held by " + say(holder),
                null,
                "wait until it ends; if that process is gone for good, delete "
                    + store.place()
                    + "/"
                    + key)));
  }

  private static String say(Obj holder) {
    return "`plumbline "
        + member(holder, "command")
        + "` of "
        + member(holder, "user")
        + " on "
        + member(holder, "host")
        + ", process "
        + member(holder, "pid")
        + ", since "
        + member(holder, "since");
  }

  private static String member(Obj holder, String name) {
    return switch (holder.get(name)) {
      case Value.Text text -> text.value();
      case Value.Int whole -> Long.toString(whole.value());
      default -> "(unknown)";
    };
  }

  /** Gives it back; what somebody else has taken over meanwhile stays theirs. */
  @Override
  public void close() {
    if (mine.equals(store.read(key))) {
      store.delete(key);
    }
  }
}
