package io.plumbline.onprem.kinds;

import static io.plumbline.kind.Attributes.ref;
import static io.plumbline.kind.Attributes.text;
import static io.plumbline.kind.Dialect.ANSIBLE;
import static io.plumbline.kind.Dialect.DATA_CENTRE;
import static io.plumbline.kind.ResourceKind.kind;

import io.plumbline.kind.Codec;
import io.plumbline.kind.Read;
import io.plumbline.kind.ResourceKind;
import io.plumbline.kind.Symptom;

/**
 * A machine in repair as Slurm's controller knows it. Nothing is expected of the machine; of the
 * controller it is that it gives it no jobs, and a role takes it out of work there. So it is no
 * {@link SlurmNode}, which rests with its machine.
 */
public final class SlurmNodeInRepair {
  private static final String BY_CONTROLLER = "a role of the controller's is told its name";

  private SlurmNodeInRepair() {}

  public static final ResourceKind KIND =
      kind("slurm-node-in-repair")
          .read(Read.by("controller", "slurm:Nodes").each("slurmNodes", "controller"))
          .keyedBy("controller", "name")
          .output("id", DATA_CENTRE, "slurm:{controller}/{name}")
          .attributes(
              ref("controller", "host", "id").notIn(ANSIBLE, BY_CONTROLLER),
              text("name").notIn(ANSIBLE, BY_CONTROLLER),
              text("state")
                  .in(DATA_CENTRE, new Codec(value -> value, SlurmState::decodeInRepair))
                  .notIn(ANSIBLE, BY_CONTROLLER))
          .symptoms(new Symptom("", "controller", SlurmState::tellsOfController))
          .build();
}
