package io.plumbline.state;

import io.plumbline.spi.StateStore;
import io.plumbline.value.JsonReader;
import io.plumbline.value.JsonWriter;
import io.plumbline.value.Value;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's word that an environment is not to be changed until a time. It stands beside the
 * releases, so that it holds for everybody who deploys.
 *
 * @param by user and host
 */
public record Freeze(Instant until, String reason, String by, Instant since) {

  /** A record that does not say until when: nobody knows what it holds back. */
  public static final class Damaged extends Exception {
    private static final long serialVersionUID = 1;

    Damaged(String place) {
      super(place);
    }
  }

  /**
   * What stands in a store; null where nothing does.
   *
   * @throws Damaged with its place, if it cannot be understood
   */
  public static @Nullable Freeze read(StateStore store, String environment) throws Damaged {
    String text = store.read(key(environment));
    if (text == null) {
      return null;
    }
    try {
      Value.Obj members = (Value.Obj) JsonReader.read(text);
      return new Freeze(
          Instant.parse(member(members, "until")),
          member(members, "reason"),
          member(members, "by"),
          Instant.parse(member(members, "since")));
    } catch (JsonReader.SyntaxException | ClassCastException | DateTimeException e) {
      throw (Damaged) new Damaged(store.place() + "/" + key(environment)).initCause(e);
    }
  }

  private static String member(Value.Obj members, String name) {
    return ((Value.Text) Objects.requireNonNull(members.get(name))).value();
  }

  public void write(StateStore store, String environment) {
    Value.Obj members =
        Value.object(
            "until", Value.text(until.toString()),
            "reason", Value.text(reason),
            "by", Value.text(by),
            "since", Value.text(since.toString()));
    store.write(key(environment), JsonWriter.pretty(members) + "\n");
  }

  public static void delete(StateStore store, String environment) {
    store.delete(key(environment));
  }

  private static String key(String environment) {
    return environment + "/freeze.json";
  }

  /** Whether it holds no more. */
  public boolean hasEnded(Instant now) {
    return !now.isBefore(until);
  }

  /** For people: {@code "until 2027-01-04T08:00:00Z by ann@build, since …: year's end"}. */
  @Override
  public String toString() {
    return "until " + until + " by " + by + ", since " + since + ": " + reason;
  }
}
