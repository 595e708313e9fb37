package io.plumbline.spi;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a provider has written down of the calls that changed something at one site. It is asked for
 * people's sake alone: what it answers changes no verdict. It keeps to the provider's limits by
 * itself, and after a failure asks no more.
 */
public interface AuditLog extends AutoCloseable {

  /**
   * The newest calls, as far back as can be read in a moment.
   *
   * @param operation by which things are read of the sort that is asked about: providers keep
   *     several logs
   * @param since the earliest time that matters
   * @return never throws for what the provider or the network does
   */
  Answer latest(String operation, Instant since);

  /** The newest calls about what has this id or name. */
  Answer about(String operation, String name, Instant since);

  /** What the log does not tell, for people: {@code "calls of the last minutes"}. */
  String silence();

  @Override
  void close();

  /**
   * What was answered.
   *
   * @param calls newest first
   * @param failure why nothing was, in the provider's or the network's words; null where it was
   */
  record Answer(List<Call> calls, @Nullable String failure) {
    public Answer {
      calls = List.copyOf(calls);
    }

    public static Answer failed(String why) {
      return new Answer(List.of(), why);
    }
  }

  /**
   * A call that went well.
   *
   * @param id of the log's entry
   * @param name of the operation: {@code "ec2:CreateTags"}
   * @param principal who made it, without any secret
   * @param effects what such a call may do; empty where that is not known
   * @param names every text and number that it names or that was answered: ids, names, addresses
   * @param settings names of the members of the request, in small letters
   */
  record Call(
      String id,
      Instant time,
      String name,
      String principal,
      Set<Effect> effects,
      Set<String> names,
      Set<String> settings) {
    public Call {
      effects = Set.copyOf(effects);
      names = Set.copyOf(names);
      settings = Set.copyOf(settings);
    }
  }

  /** What a call may do to what it names. */
  enum Effect {
    MAKES,
    CHANGES,
    TAGS,
    REMOVES
  }

  /** Where a provider has none that can be read. */
  record None(String why) implements AuditLog {
    @Override
    public Answer latest(String operation, Instant since) {
      return Answer.failed(why);
    }

    @Override
    public Answer about(String operation, String name, Instant since) {
      return Answer.failed(why);
    }

    @Override
    public String silence() {
      return "anything";
    }

    @Override
    public void close() {}
  }
}
