package io.plumbline.onprem.kinds;

import io.plumbline.value.Value;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What Slurm says of a node, as far as it matters: jobs come and go by themselves, so that idle,
 * mixed and allocated are one. Source: man page of sinfo, "NODE STATE CODES" (Slurm 22.05 to
 * 25.05).
 */
public final class SlurmState {
  /** Slurm gives it jobs. */
  public static final String IN_SERVICE = "in service";

  /** Slurm gives it none until somebody puts it back. */
  public static final String DRAINED = "drained";

  private static final Set<String> WORKING =
      Set.of("idle", "mixed", "allocated", "completing", "planned", "reserved");

  /** A state, and marks: of power saving, of a start that is asked for, of what was planned. */
  private static final Pattern STATE = Pattern.compile("([a-z_]+)([~#!%@+-]*)");

  /** A node with less than configured is said to be that first; who drained it, the reason says. */
  private static final Pattern OUT_OF_WORK =
      Pattern.compile("drain(ed|ing)\\b.*|inval\\b[^:]*: plumbline-repair: .*");

  /** Why nobody heard a machine, where it may be cut off: it refused nobody. */
  private static final Pattern CUT_OFF = Pattern.compile("\\b(NoAnswer|Timeout): ");

  private SlurmState() {}

  /** The state and, after a colon, the reason that was given; or that it is in service. */
  static Value decode(Value said) {
    if (said instanceof Value.Text text) {
      Matcher state = STATE.matcher(text.value().split(":", 2)[0]);
      return state.matches() && WORKING.contains(state.group(1)) ? Value.text(IN_SERVICE) : said;
    }
    return said;
  }

  /** The same of a machine in repair: whether it is out of work, for whatever reason. */
  static Value decodeInRepair(Value said) {
    return said instanceof Value.Text text && OUT_OF_WORK.matcher(text.value()).matches()
        ? Value.text(DRAINED)
        : said;
  }

  /** Whether a state may come of a change at a path on the machine. */
  static boolean tellsOf(String state, String path) {
    String first = path.split("/", 2)[0];
    boolean silent = isSilent(state);
    boolean lessThanConfigured = state.startsWith("inval") || state.contains("plumbline-health");
    return (silent && (path.equals("services/slurmd") || path.equals("services/munge")))
        || (lessThanConfigured && Set.of("gpus", "cpus", "driverVersion", "xids").contains(first));
  }

  /** Whether Slurm has not heard from the node, and neither have we. */
  static boolean isOutOfReachToo(String state, String reason) {
    return state.split(":", 2)[0].endsWith("*") && CUT_OFF.matcher(reason).find();
  }

  private static boolean isSilent(String state) {
    return state.startsWith("down") || state.split(":", 2)[0].endsWith("*");
  }

  /** Whether it may be for a change at a path on the controller that nothing is known. */
  static boolean tellsOfController(String why, String path) {
    return path.equals("services/slurmctld") || path.equals("services/munge");
  }
}
