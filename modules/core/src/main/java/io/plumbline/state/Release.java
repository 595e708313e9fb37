package io.plumbline.state;

import io.plumbline.files.Digest;
import io.plumbline.graph.GraphJson;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.kind.ResourceKind;
import io.plumbline.value.JsonReader;
import io.plumbline.value.JsonWriter;
import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a deploy leaves behind for one stack on one site: what was asked for, by whom, from where,
 * and what the engine answered. Drift is measured against it, and a destroy works from it alone.
 *
 * @param engine id of the engine that deployed
 * @param time when, as ISO 8601 in UTC
 * @param user who, and on which machine
 * @param commit null where there was no git
 * @param finished false from before the engine begins until it has ended well; as long the graph is
 *     all that may be there: what was wanted, and what was there before
 * @param artefacts SHA-256 by path
 * @param outputs the engine's outputs
 * @param liveIds the provider's ids by address, as the verification read them
 * @param watched ids of kinds that the graph has no more and an earlier one had, or that the engine
 *     let go of: something of them may be left, until a check has seen that nothing is
 */
public record Release(
    String engine,
    String time,
    String user,
    @Nullable Commit commit,
    boolean finished,
    Map<String, String> artefacts,
    Map<String, String> outputs,
    Map<String, String> liveIds,
    Set<String> watched,
    ResourceGraph graph) {

  /** Goes up when an older Plumbline would misunderstand what is written. */
  static final long FORMAT = 1;

  public Release {
    artefacts = sorted(artefacts);
    outputs = sorted(outputs);
    liveIds = sorted(liveIds);
    watched = Collections.unmodifiableSortedSet(new TreeSet<>(watched));
  }

  private static Map<String, String> sorted(Map<String, String> map) {
    return Collections.unmodifiableMap(new TreeMap<>(map));
  }

  /** The same, with what the verification read, and what it did not see gone. */
  public Release verified(Map<String, String> ids, Set<String> left) {
    return new Release(engine, time, user, commit, finished, artefacts, outputs, ids, left, graph);
  }

  /** What was asked for, in short: equal for two releases that ask for the same. */
  public String digest() {
    return Digest.of(finished + JsonWriter.compact(GraphJson.writeWithoutSource(graph)));
  }

  /** The record as text. */
  public String write() {
    Value from =
        commit == null
            ? Value.NULL
            : Value.object("id", Value.text(commit.id()), "dirty", Value.flag(commit.dirty()));
    Obj record =
        Value.object(
            "format", Value.whole(FORMAT),
            "engine", Value.text(engine),
            "time", Value.text(time),
            "user", Value.text(user),
            "commit", from,
            "finished", Value.flag(finished),
            "artefacts", texts(artefacts),
            "outputs", texts(outputs),
            "liveIds", texts(liveIds),
            "watched", Value.texts(List.copyOf(watched)),
            "graph", GraphJson.write(graph));
    return JsonWriter.pretty(record) + "\n";
  }

  /**
   * The record that {@code text} holds.
   *
   * @throws Unreadable if it holds none, or one that a newer Plumbline wrote
   */
  @SuppressWarnings("CatchingUnchecked") // what somebody else wrote may break anything
  public static Release read(String text, Function<String, @Nullable ResourceKind> kinds) {
    Obj record = object(text);
    Value format = record.get("format");
    if (record.has("format") && !format.equals(Value.whole(FORMAT))) {
      boolean newer = format instanceof Value.Int number && number.value() > FORMAT;
      throw new Unreadable("format " + JsonWriter.compact(format) + "; known is " + FORMAT, newer);
    }
    try {
      return read(record, kinds);
    } catch (RuntimeException e) {
      throw new Unreadable("no whole record: " + e.getMessage(), false);
    }
  }

  private static Obj object(String text) {
    if (text.isBlank()) {
      throw new Unreadable("nothing: the record is empty", false);
    }
    try {
      if (JsonReader.read(text) instanceof Obj record) {
        return record;
      }
    } catch (JsonReader.SyntaxException e) {
      throw new Unreadable("no JSON: " + e.getMessage(), false);
    }
    throw new Unreadable("JSON that is no object", false);
  }

  private static Release read(Obj record, Function<String, @Nullable ResourceKind> kinds) {
    Commit commit =
        record.get("commit") instanceof Obj from
            ? new Commit(string(from, "id"), from.get("dirty").equals(Value.flag(true)))
            : null;
    if (!(record.get("graph") instanceof Value.Sequence graph)) {
      throw new IllegalArgumentException("member graph is missing");
    }
    return new Release(
        string(record, "engine"),
        string(record, "time"),
        string(record, "user"),
        commit,
        record.get("finished").equals(Value.flag(true)),
        texts(record, "artefacts"),
        texts(record, "outputs"),
        texts(record, "liveIds"),
        words(record, "watched"),
        GraphJson.read(graph, kinds));
  }

  /** Text that holds no record which this version understands; the message says what it holds. */
  public static final class Unreadable extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final boolean newer;

    Unreadable(String got, boolean newer) {
      super(got);
      this.newer = newer;
    }

    /** Whether a newer Plumbline wrote it. */
    public boolean isNewer() {
      return newer;
    }
  }

  private static Obj texts(Map<String, String> map) {
    Map<String, Value> members = new LinkedHashMap<>();
    map.forEach((name, text) -> members.put(name, Value.text(text)));
    return new Obj(members);
  }

  private static Map<String, String> texts(Obj record, String member) {
    Map<String, String> map = new LinkedHashMap<>();
    if (record.get(member) instanceof Obj members) {
      members.members().keySet().forEach(name -> map.put(name, string(members, name)));
    }
    return map;
  }

  /** None where a record of before does not say. */
  private static Set<String> words(Obj record, String member) {
    Set<String> words = new TreeSet<>();
    if (record.get(member) instanceof Value.Sequence all) {
      all.items().forEach(each -> words.add(((Value.Text) each).value()));
    }
    return words;
  }

  private static String string(Obj from, String member) {
    if (from.get(member) instanceof Value.Text text) {
      return text.value();
    }
    throw new IllegalArgumentException("member " + member + " is missing");
  }

  @Override
  public String toString() {
    return "release of " + time + (commit == null ? "" : ", commit " + commit);
  }
}
