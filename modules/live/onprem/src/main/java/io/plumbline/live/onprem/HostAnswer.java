package io.plumbline.live.onprem;

import io.plumbline.value.Value;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What came of asking one machine: its document, or why there is none. What it says is nobody's
 * word but its own, and is understood or not, never trusted.
 *
 * @param calls how often it was asked
 */
record HostAnswer(
    String address, Optional<Value.Obj> document, @Nullable String failure, int calls) {
  private static final int MOST_TRIES = 2;
  private static final Duration BEFORE_THE_NEXT = Duration.ofSeconds(2);

  /** What a machine is asked, and what comes of its answer. */
  interface Question {
    /** What is run there. */
    List<String> words();

    /** The document that the answer is. */
    Value.Obj read(String out, String address) throws UnheardException;

    /** Why there is no answer, where the client or the program ended with an error. */
    String refusal(Client.End.Exited ended);
  }

  static HostAnswer ask(Ssh ssh, Question question, String address) {
    List<String> command = ssh.command(address, question.words());
    if (command == null) {
      return failed(address, "BadAddress: neither an IP address nor a host name", 0);
    }
    long end = System.nanoTime() + ssh.total().toNanos();
    try {
      for (int calls = 1; ; calls++) {
        Client.End ended = Client.run(command, Duration.ofNanos(end - System.nanoTime()));
        if (calls < MOST_TRIES && Refusal.isOfCrowds(ended)) {
          Thread.sleep(BEFORE_THE_NEXT);
        } else {
          return of(ssh, question, address, ended, calls);
        }
      }
    } catch (IOException e) {
      return failed(address, "NotInstalled: ssh: " + Refusal.oneLine(e.getMessage()), 0);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return failed(address, "Stopped: nobody waits for the answer any more", 1);
    }
  }

  private static HostAnswer of(
      Ssh ssh, Question question, String address, Client.End ended, int calls) {
    return switch (ended) {
      case Client.End.Late late ->
          failed(address, "Timeout: no answer within " + ssh.total().toSeconds() + " s", calls);
      case Client.End.TooLong more ->
          failed(address, "NotUnderstood: the answer has more than " + more.bytes() + " B", calls);
      case Client.End.Exited exited when exited.code() != 0 ->
          failed(address, question.refusal(exited), calls);
      case Client.End.Exited exited -> understood(question, address, exited.out(), calls);
    };
  }

  private static HostAnswer understood(Question question, String address, String out, int calls) {
    try {
      return new HostAnswer(address, Optional.of(question.read(out, address)), null, calls);
    } catch (UnheardException e) {
      return failed(address, e.why(), calls);
    }
  }

  /**
   * One section of it alone, without which there is no answer.
   *
   * @param whose what the address is called there
   */
  HostAnswer only(String section, String whose) {
    if (document.isEmpty()) {
      return this;
    }
    Value said = document.get().get(section);
    return said instanceof Value.Unknown unknown
        ? failed(address, "Failed: " + unknown.reason(), calls)
        : new HostAnswer(
            address,
            Optional.of(Value.object(whose, Value.text(address), section, said)),
            null,
            calls);
  }

  private static HostAnswer failed(String address, String why, int calls) {
    return new HostAnswer(address, Optional.empty(), why, calls);
  }
}
