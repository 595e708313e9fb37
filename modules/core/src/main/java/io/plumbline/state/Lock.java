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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * One command at a time changes an environment. Whoever comes second is told who was first. A lock
 * that a dead process of this machine left is taken over, and that is said.
 */
public final class Lock implements AutoCloseable {
  private static final List<String> MEMBERS = List.of("command", "user", "host", "pid", "since");

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
    String key = key(environment);
    String mine = JsonWriter.compact(holder(actor, command)) + "\n";
    return store.apart(
        key,
        () -> {
          for (int attempt = 0; attempt < 10; attempt++) {
            if (store.create(key, mine)) {
              return new Lock(store, key, mine);
            }
            String theirs = store.read(key);
            if (mine.equals(theirs)) { // the answer was lost on its way, and asked for again
              return new Lock(store, key, mine);
            }
            if (theirs != null) {
              requireDead(store, environment, theirs, actor);
              if (store.replace(key, theirs, mine)) {
                progress.say(
                    "taking over the lock of "
                        + say(parse(theirs))
                        + ", which has ended, perhaps half way: `plumbline drift` shows what is"
                        + " there");
                return new Lock(store, key, mine);
              }
            }
          }
          throw refusal(environment + " is held by one after the other", store, key);
        });
  }

  /** Like no other, so that whoever finds it knows whether it is their own. */
  private static Obj holder(Actor actor, String command) {
    Map<String, Value> members =
        new LinkedHashMap<>(actor.write(command, Instant.now().toString()).members());
    members.put("token", Value.text(UUID.randomUUID().toString()));
    return new Obj(members);
  }

  private static void requireDead(
      StateStore store, String environment, String theirs, Actor actor) {
    String key = key(environment);
    Obj holder = parse(theirs);
    if (!isWhole(holder)) {
      throw refusal(
          environment + " is locked, and the lock is damaged: it does not say by whom", store, key);
    } else if (!actor.outlived(holder)) {
      throw refusal(environment + " is held by " + say(holder), store, key);
    }
  }

  private static String key(String environment) {
    return environment + "/lock.json";
  }

  private static Obj parse(String text) {
    try {
      return JsonReader.read(text) instanceof Obj holder ? holder : Obj.EMPTY;
    } catch (JsonReader.SyntaxException e) {
      return Obj.EMPTY;
    }
  }

  private static boolean isWhole(Obj holder) {
    return MEMBERS.stream().allMatch(holder::has);
  }

  private static InvalidInputException refusal(String why, StateStore store, String key) {
    return new InvalidInputException(
        List.of(
            new Diagnostic(
                "PLB-RUN-001",
                Diagnostic.Severity.ERROR,
                "environment is locked",
                why,
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
      default -> JsonWriter.compact(holder.get(name));
    };
  }

  /** Gives it back; what somebody else has taken over meanwhile stays theirs. */
  @Override
  public void close() {
    store.apart(
        key,
        () -> {
          boolean stillMine = mine.equals(store.read(key));
          if (stillMine) {
            store.delete(key);
          }
          return stillMine;
        });
  }
}
