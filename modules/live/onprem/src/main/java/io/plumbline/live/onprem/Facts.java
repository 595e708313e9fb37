package io.plumbline.live.onprem;

import io.plumbline.value.JsonReader;
import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * Reads what the script on a machine wrote: an object with a member for each section, and why a
 * section could not be read under {@code unread}. What is not said at all is not known either: an
 * older script says less, and nothing is gone for that.
 */
final class Facts {
  /** All that the script can say. */
  static final List<String> SECTIONS =
      List.of(
          "name",
          "serial",
          "release",
          "kernel",
          "driverVersion",
          "cudaVersion",
          "cpus",
          "gpus",
          "xids",
          "packages",
          "pythonPackages",
          "images",
          "services",
          "slurmNodes",
          "qos",
          "sysctls",
          "mounts",
          "groups",
          "accounts",
          "files",
          "secretFiles",
          "volumes",
          "links");

  private static final int BEGINNING = 40;

  private Facts() {}

  /** The script, as a question to a machine that is logged in to so. */
  static HostAnswer.Question question(Ssh ssh) {
    return new HostAnswer.Question() {
      @Override
      public List<String> words() {
        return ssh.script();
      }

      @Override
      public Obj read(String out, String address) throws UnheardException {
        try {
          return Facts.read(out, address);
        } catch (NotUnderstoodException e) {
          throw new UnheardException("NotUnderstood: " + e.getMessage());
        }
      }

      @Override
      public String refusal(Client.End.Exited ended) {
        return Refusal.of(ended);
      }
    };
  }

  /** Text that is not what the script writes. */
  static final class NotUnderstoodException extends Exception {
    private static final long serialVersionUID = 1;

    NotUnderstoodException(String message) {
      super(message);
    }
  }

  /** The document of the machine at an address, which is a member of it. */
  static Obj read(String text, String address) throws NotUnderstoodException {
    Obj said = object(text);
    if (!(said.get("unread") instanceof Obj unread)) {
      throw new NotUnderstoodException("the answer does not say what is unread");
    }
    SequencedMap<String, Value> document = new LinkedHashMap<>();
    for (String section : SECTIONS) {
      document.put(section, section(section, said, unread));
    }
    document.put("address", Value.text(address));
    return Obj.taking(document);
  }

  private static Value section(String section, Obj said, Obj unread) {
    if (unread.has(section)) {
      String why =
          unread.get(section) instanceof Value.Text text ? text.value() : "no reason given";
      return new Value.Unknown("the machine cannot say it: " + Refusal.oneLine(why));
    }
    return said.has(section)
        ? said.get(section)
        : new Value.Unknown("the script on the machine does not say it; deploy again");
  }

  static Obj object(String text) throws NotUnderstoodException {
    try {
      if (JsonReader.read(text) instanceof Obj object) {
        return object;
      }
    } catch (JsonReader.SyntaxException e) {
      throw new NotUnderstoodException(e.getMessage() + beginning(text));
    }
    throw new NotUnderstoodException("the answer is no JSON object" + beginning(text));
  }

  /** What stands in front helps: it may be a greeting of the shell's. */
  private static String beginning(String text) {
    String line = Refusal.oneLine(text.stripLeading().lines().findFirst().orElse(""));
    return line.isEmpty()
        ? "; the answer is empty"
        : "; it begins with \"" + line.substring(0, Math.min(BEGINNING, line.length())) + "\"";
  }
}
