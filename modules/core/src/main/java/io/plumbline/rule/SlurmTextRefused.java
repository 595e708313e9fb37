package io.plumbline.rule;

import io.plumbline.model.Design;
import io.plumbline.model.SlurmCluster;
import java.util.function.Consumer;

/** A text of a Slurm cluster that slurm.conf cannot say: it has a line for each, and no quotes. */
final class SlurmTextRefused implements Check<Design> {
  private static final Rule RULE =
      Rule.error(
          "PLB-SLURM-010",
          "text not possible in slurm.conf",
          "Slurm takes what follows a line end for another setting, and what follows # for"
              + " nothing.",
          "slurm.conf(5), Slurm 22.05",
          "correct it as said");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(Design design, Problems problems) {
    for (SlurmCluster cluster : design.all(SlurmCluster.class)) {
      check(cluster, detail -> problems.report(RULE, cluster, detail));
    }
  }

  private static void check(SlurmCluster cluster, Consumer<String> breach) {
    cluster
        .partitions()
        .forEach(
            partition ->
                FleetCheck.match(
                    "partition",
                    partition.name(),
                    "(?!(?i:default)$)[A-Za-z0-9][A-Za-z0-9_-]{0,63}",
                    "letters, digits, - and _, and not DEFAULT",
                    breach));
    cluster
        .settings()
        .forEach(
            (name, value) -> {
              FleetCheck.match(
                  "setting", name, "[A-Za-z][A-Za-z0-9]{0,63}", "the name of a setting", breach);
              FleetCheck.match(
                  "value of " + FleetCheck.quoted(name),
                  value,
                  "[!-~&&[^#\\\\]]+( [!-~&&[^#\\\\]]+)*",
                  "words in one line, without # and \\",
                  breach);
            });
  }
}
