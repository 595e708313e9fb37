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
 * A machine as Slurm's controller knows it: whether it gets jobs. What makes it is slurm.conf, a
 * {@link ManagedFile}.
 */
public final class SlurmNode {
  private static final String IN_CONFIGURATION = "slurm.conf says it, which is a managed file";

  private SlurmNode() {}

  public static final ResourceKind KIND =
      kind("slurm-node")
          .read(Read.by("controller", "slurm:Nodes").each("slurmNodes", "controller"))
          .keyedBy("controller", "name")
          .output("id", DATA_CENTRE, "slurm:{controller}/{name}")
          .attributes(
              ref("controller", "host", "id").notIn(ANSIBLE, IN_CONFIGURATION),
              text("name").notIn(ANSIBLE, IN_CONFIGURATION),
              text("address").notIn(ANSIBLE, IN_CONFIGURATION).byHand(),
              ref("machine", "host", "id")
                  .notIn(ANSIBLE, IN_CONFIGURATION)
                  .notIn(DATA_CENTRE, "the design alone knows which machine it is"),
              text("state")
                  .in(DATA_CENTRE, new Codec(value -> value, SlurmState::decode))
                  .notIn(ANSIBLE, IN_CONFIGURATION)
                  .byHand())
          .symptoms(
              new Symptom("state", "machine", SlurmState::tellsOf, SlurmState::isOutOfReachToo),
              new Symptom("", "controller", SlurmState::tellsOfController))
          .build();
}
