package io.plumbline.onprem.kinds;

import static io.plumbline.kind.Attributes.ref;
import static io.plumbline.kind.Attributes.set;
import static io.plumbline.kind.Attributes.text;
import static io.plumbline.kind.Attributes.whole;
import static io.plumbline.kind.Dialect.ANSIBLE;
import static io.plumbline.kind.Dialect.DATA_CENTRE;
import static io.plumbline.kind.ResourceKind.kind;

import io.plumbline.kind.Read;
import io.plumbline.kind.ResourceKind;
import io.plumbline.kind.Shape;

/**
 * A machine as Slurm knows it: what its controller takes it to have, and whether it gives it jobs.
 * What makes it is slurm.conf, a {@link ManagedFile}.
 */
public final class SlurmNode {
  private static final String IN_CONFIGURATION = "slurm.conf says it, which is a managed file";

  private SlurmNode() {}

  public static final ResourceKind KIND =
      kind("slurm-node")
          .read(Read.by("controller", "slurm:Nodes").each("nodes", "controller"))
          .keyedBy("controller", "name")
          .within("controller")
          .output("id", DATA_CENTRE, "name")
          .attributes(
              ref("controller", "host", "id").notIn(ANSIBLE, IN_CONFIGURATION),
              text("name").notIn(ANSIBLE, IN_CONFIGURATION),
              ref("address", "host", "id").notIn(ANSIBLE, IN_CONFIGURATION),
              whole("cpus").notIn(ANSIBLE, IN_CONFIGURATION),
              text("gres").notIn(ANSIBLE, IN_CONFIGURATION),
              set("partitions", Shape.Leaf.TEXT).notIn(ANSIBLE, IN_CONFIGURATION),
              text("state").in(DATA_CENTRE, SlurmState.CODEC).notIn(ANSIBLE, IN_CONFIGURATION))
          .build();
}
