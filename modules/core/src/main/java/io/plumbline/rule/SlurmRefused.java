package io.plumbline.rule;

import io.plumbline.model.Design;
import io.plumbline.model.SlurmCluster;
import io.plumbline.model.SlurmPartition;
import io.plumbline.model.SlurmQos;
import java.util.List;
import java.util.function.Consumer;

/** Slurm's packages, key or qualities of service as it cannot have them. */
final class SlurmRefused implements Check<Design> {
  private static final Rule RULE =
      Rule.error(
          "PLB-SLURM-001",
          "Slurm not as it can be",
          "Qualities of service are kept by slurmdbd alone, and Slurm preempts either by them or by"
              + " partitions.",
          "Slurm 22.05: slurm.conf(5), PreemptType; sacctmgr(1)",
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
    if (cluster.software() != null) {
      String versions = "a version as the package manager writes it";
      FleetCheck.match(
          "version of Slurm",
          cluster.software().slurm(),
          HostToolRefused.VERSION,
          versions,
          breach);
      FleetCheck.match(
          "version of munge",
          cluster.software().munge(),
          HostToolRefused.VERSION,
          versions,
          breach);
    }
    if (cluster.mungeKey() != null) {
      FleetCheck.match(
          "munge key",
          cluster.mungeKey(),
          "[A-Z_][A-Z0-9_]{0,63}",
          "the name of an environment variable in capitals",
          breach);
    }
    if (cluster.accounting() != null) {
      FleetCheck.match(
          "accounting",
          cluster.accounting(),
          "[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?",
          "the name or address of a host",
          breach);
    }
    List<String> names = cluster.qos().stream().map(SlurmQos::name).toList();
    FleetCheck.once("QOS", names, breach);
    cluster.qos().forEach(qos -> check(qos, names, breach));
    for (SlurmPartition partition : cluster.partitions()) {
      for (String name : partition.qos()) {
        if (!names.contains(name) && !name.equals("normal")) {
          breach.accept(
              "partition \""
                  + partition.name()
                  + "\": got QOS \""
                  + name
                  + "\"; allowed "
                  + those(names));
        }
      }
    }
    boolean asked =
        !names.isEmpty() || cluster.partitions().stream().anyMatch(each -> !each.qos().isEmpty());
    if (asked && cluster.accounting() == null) {
      breach.accept("QOS: got no accounting; allowed with accounting(\"HOST\")");
    }
    if (cluster.preemptsByQos()
        && cluster.partitions().stream().anyMatch(SlurmPartition::preempted)) {
      breach.accept("preemption: got partitions and QOS that are preempted; allowed is one way");
    }
  }

  private static void check(SlurmQos qos, List<String> names, Consumer<String> breach) {
    FleetCheck.match(
        "QOS",
        qos.name(),
        "[a-z][a-z0-9_-]{0,31}",
        "a word of small letters, digits, - and _",
        breach);
    String of = " of QOS \"" + qos.name() + "\"";
    if (qos.priority() < 0) {
      breach.accept("priority" + of + ": got " + qos.priority() + "; allowed is 0 or more");
    }
    if (qos.gpusPerUser() != null && qos.gpusPerUser() < 1) {
      breach.accept("GPUs" + of + ": got " + qos.gpusPerUser() + "; allowed is 1 or more");
    }
    if (qos.longest() != null
        && (qos.longest().toMinutes() < 1 || qos.longest().toSecondsPart() != 0)) {
      breach.accept("time" + of + ": got " + qos.longest() + "; allowed are whole minutes");
    }
    for (String other : qos.preempts()) {
      if (other.equals(qos.name()) || !names.contains(other)) {
        breach.accept("preempted" + of + ": got \"" + other + "\"; allowed " + those(names));
      }
    }
  }

  private static String those(List<String> names) {
    return names.isEmpty() ? "is none that nothing describes" : "are others of " + names;
  }
}
