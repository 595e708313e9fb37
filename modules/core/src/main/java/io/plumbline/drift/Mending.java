package io.plumbline.drift;

import io.plumbline.graph.Band;
import io.plumbline.value.Value;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What mends a finding. A command stands there only where it is known to do that; where none is,
 * the note says what to do.
 *
 * @param command for a POSIX shell; null where none can be derived
 * @param note what is to be known before, or to be done; empty where the command says it all
 */
public record Mending(@Nullable String command, String note) {
  private static final String CLOUDFORMATION = "cloudformation";
  private static final String DEPLOY = "plumbline deploy";

  /** What a kind's {@code agrees} says of the things that another one made. */
  private static final Pattern OF_NODES = Pattern.compile("instances/.*");

  /** How providers say that a right is missing. */
  private static final Pattern DENIED =
      Pattern.compile(
          "accessdenied|access denied|unauthorized|not authorized|forbidden"
              + "|authorizationfailed|not have authorization");

  /** Whether the site's engine mends it, by a deploy. */
  public boolean isDeploy() {
    return command != null && command.startsWith(DEPLOY);
  }

  /** For people, in a line. */
  public String text() {
    if (command == null) {
      return note;
    }
    return note.isEmpty() ? command : command + "  (" + note + ")";
  }

  /**
   * What mends a finding.
   *
   * @param engine id of the dialect of the engine that deploys what it is about
   */
  static Mending of(String environment, String engine, Finding finding) {
    Subject subject = finding.subject();
    String scope = " -e " + Shell.word(environment) + " -s " + Shell.word(subject.stack());
    String deploy = DEPLOY + scope;
    return switch (finding) {
      case Finding.Missing f -> new Mending(deploy, "");
      case Finding.Changed f -> ofChanged(f, engine, deploy);
      case Finding.Unmanaged f ->
          f.removal() == null
              ? new Mending(null, "remove it, or describe it in stack " + subject.stack())
              : new Mending(f.removal(), "or describe it in stack " + subject.stack());
      case Finding.Duplicate f ->
          new Mending(f.removal(), "look at both: the engine may have made either");
      case Finding.Undetermined f -> ofUndetermined(f, scope);
    };
  }

  private static Mending ofChanged(Finding.Changed finding, String engine, String deploy) {
    if (finding.byHand()) {
      return new Mending(null, "no engine sets it: look why, and put it back there by hand");
    }
    if (OF_NODES.matcher(finding.attribute()).matches()) {
      return new Mending(
          null, "a deploy leaves nodes that run as they are: replace them, by an instance refresh");
    }
    if (finding.desired() instanceof Value.Text said && Band.isWords(said.value())) {
      return new Mending(null, "no engine sets what another controller moves: it is its owner's");
    }
    if (!engine.equals(CLOUDFORMATION)) {
      return new Mending(deploy, finding.replaces() ? "replaces the resource" : "");
    }
    // User Guide, "Using drift-aware change sets", 2026-11-25: immutable properties are not
    // reconciled, and what no template says is not compared.
    if (finding.replaces()) {
      return new Mending(
          null,
          "CloudFormation puts nothing back that it would have to replace: put it back by hand, or"
              + " remove the resource, and `"
              + deploy
              + "` makes it again");
    }
    if (finding.desired() == null) {
      return new Mending(
          null,
          "CloudFormation compares only what the design says: put it back by hand, or say it");
    }
    return new Mending(deploy, "");
  }

  private static Mending ofUndetermined(Finding.Undetermined finding, String scope) {
    String site = " --site " + Shell.word(finding.subject().site());
    return DENIED.matcher(finding.reason().toLowerCase(Locale.ROOT)).find()
        ? new Mending(
            "plumbline permissions" + scope + site, "writes the policy that allows the reading")
        : new Mending("plumbline drift" + scope, "looks again; nothing can be mended unread");
  }
}
