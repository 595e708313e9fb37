package io.plumbline.rule;

import io.plumbline.model.Design;
import java.util.List;

/** The rules that hold whatever the provider, in alphabetical order. */
public final class DesignChecks {
  public static final List<Check<Design>> ALL =
      List.of(new BadId(), new BandBackwards(), new DuplicateId());

  private DesignChecks() {}

  /** Holds {@code design} against all of them. */
  public static void run(Design design, Problems problems) {
    ALL.forEach(check -> check.check(design, problems));
  }
}
