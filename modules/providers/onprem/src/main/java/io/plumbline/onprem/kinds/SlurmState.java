package io.plumbline.onprem.kinds;

import io.plumbline.kind.Codec;
import io.plumbline.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What Slurm says of a node, as far as it matters: jobs come and go by themselves, so that idle,
 * mixed and allocated are one. Source: man page of sinfo, "NODE STATE CODES" (Slurm 22.05 to
 * 25.05).
 */
public final class SlurmState {
  /** Slurm gives it jobs. */
  public static final String IN_SERVICE = "in service";

  private static final Set<String> WORKING =
      Set.of(
          "IDLE",
          "MIXED",
          "ALLOCATED",
          "COMPLETING",
          "PLANNED",
          "RESERVED",
          "CLOUD",
          "POWERED_DOWN",
          "POWERING_UP",
          "POWERING_DOWN",
          "POWERED_UP");

  static final Codec CODEC = new Codec(value -> value, SlurmState::decode);

  private SlurmState() {}

  private static Value decode(Value said) {
    if (!(said instanceof Value.Sequence flags)) {
      return said;
    }
    List<String> wrong = new ArrayList<>();
    for (Value flag : flags.items()) {
      if (flag instanceof Value.Text text && !WORKING.contains(text.value())) {
        wrong.add(text.value().toLowerCase(Locale.ROOT));
      }
    }
    return Value.text(wrong.isEmpty() ? IN_SERVICE : String.join(", ", wrong));
  }
}
