package io.plumbline.onprem.kinds;

import static io.plumbline.kind.Attributes.flag;
import static io.plumbline.kind.Attributes.map;
import static io.plumbline.kind.Attributes.one;
import static io.plumbline.kind.Attributes.record;
import static io.plumbline.kind.Attributes.set;
import static io.plumbline.kind.Attributes.text;
import static io.plumbline.kind.Attributes.whole;
import static io.plumbline.kind.Dialect.ANSIBLE;
import static io.plumbline.kind.Dialect.DATA_CENTRE;
import static io.plumbline.kind.ResourceKind.kind;

import io.plumbline.kind.Attribute;
import io.plumbline.kind.Codec;
import io.plumbline.kind.Read;
import io.plumbline.kind.ResourceKind;
import io.plumbline.kind.Shape;
import io.plumbline.kind.Symptom;
import io.plumbline.value.Value;
import java.util.List;

/**
 * A machine of ours. Ansible gets what it should be as variables; a script that stands on the
 * machine says what it is, of as much as {@link ManagedFile a list beside it} asks for.
 */
public final class Host {
  private static final String TOLD = "a machine does not know it; the inventory says it";

  private static final String ELSEWHERE =
      "what Slurm knows of the machine, its controller is asked for";

  private Host() {}

  public static final ResourceKind KIND =
      kind("host")
          .type(ANSIBLE, "host")
          .read(Read.by("address", "host:Facts"))
          .keyedBy("address")
          .output("id", DATA_CENTRE, "address")
          .attributes(
              text("address").in(ANSIBLE, "ansible_host"),
              text("name"),
              text("fleet").notIn(DATA_CENTRE, TOLD),
              text("rack").notIn(DATA_CENTRE, TOLD),
              whole("slot").notIn(DATA_CENTRE, TOLD),
              whole("wave").notIn(DATA_CENTRE, TOLD),
              whole("mostDown").notIn(DATA_CENTRE, TOLD),
              text("slurmController").notIn(DATA_CENTRE, ELSEWHERE),
              whole("slurmPatience").notIn(DATA_CENTRE, "it is about changes, and nothing there"),
              set("slurmResting", Shape.Leaf.TEXT).notIn(DATA_CENTRE, ELSEWHERE),
              set("slurmParts", Shape.Leaf.TEXT)
                  .notIn(DATA_CENTRE, "its packages and services tell of it"),
              set(
                      "roles",
                      record(
                          text("name"),
                          set("files", Shape.Leaf.TEXT),
                          set("packages", Shape.Leaf.TEXT),
                          set("services", Shape.Leaf.TEXT)))
                  .notIn(DATA_CENTRE, "what they set up is compared, each by itself"),
              text("mungeKey").notIn(DATA_CENTRE, "it says where a deploy finds the key"),
              flag("reboots").notIn(DATA_CENTRE, "it is about changes, and nothing there"),
              set("environments", record(text("path"), text("python"), text("requirements")))
                  .notIn(DATA_CENTRE, "what is in them is compared, package by package"),
              text("serial").byHand(),
              text("release"),
              text("kernel"),
              text("driverVersion"),
              text("cudaVersion"),
              whole("cpus").byHand(),
              one(
                  "gpus",
                  record(
                      whole("count").byHand(),
                      text("model").byHand(),
                      text("ecc"),
                      text("mig"),
                      text("persistence"))),
              notWritten(set("xids", Shape.Leaf.WHOLE)).byHand(),
              entries("packages", "version"),
              map("pythonPackages")
                  .in(ANSIBLE, "python_packages", Codec.entries("name", "version")),
              set("images", Shape.Leaf.TEXT),
              entries("services", "state"),
              entries("qos", "setting"),
              entries("sysctls", "value"),
              set(
                  "mounts",
                  record(
                      text("path"), text("source"), text("type"), set("options", Shape.Leaf.TEXT))),
              set("groups", record(text("name"), whole("gid"))),
              set(
                  "accounts",
                  record(
                      text("name"),
                      whole("uid"),
                      whole("gid"),
                      set("groups", Shape.Leaf.TEXT),
                      set("keys", Shape.Leaf.TEXT))),
              entries("files", "digest").notIn(ANSIBLE, "the files themselves are written"),
              map("secretFiles").notIn(ANSIBLE, "the role that writes one knows who may read it"),
              set("volumes", record(text("path"), text("type"), text("raid"), whole("disks")))
                  .notIn(ANSIBLE, "disks are laid out when a machine is installed, and never later")
                  .byHand(),
              set("links", record(text("name"), text("state"), whole("megabits"))).byHand())
          .symptoms(
              new Symptom("gpus", null, Host::isOfLostGpus),
              new Symptom("driverVersion", null, Host::isOfLostGpus),
              new Symptom("xids", null, (said, path) -> path.equals("gpus/count")),
              new Symptom(
                  "services/nvidia-dcgm-exporter", null, (said, path) -> path.equals("gpus/count")),
              new Symptom("services", null, Host::isOfFile))
          .build();

  /** Whoever changes a file that a service has taken in leaves the service behind it. */
  private static boolean isOfFile(String said, String path) {
    return path.startsWith("files/")
        && said.endsWith(" before " + path.substring("files/".length()) + " was written");
  }

  /** Of GPUs that are not there nothing is said. */
  private static boolean isOfLostGpus(String said, String path) {
    return said.isEmpty() && path.equals("gpus/count");
  }

  /** Ansible takes values for templates where they could be some, and names never by themselves. */
  private static Attribute entries(String name, String value) {
    return map(name).in(ANSIBLE, name, Codec.entries("name", value));
  }

  /** Errors that a GPU reported since the start: there should be none, and nobody can write any. */
  private static Attribute notWritten(Attribute attribute) {
    return attribute
        .notIn(ANSIBLE, "a machine reports it")
        .byDefault(new Value.Sequence(List.of()));
  }
}
