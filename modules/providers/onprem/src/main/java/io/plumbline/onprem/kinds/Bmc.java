package io.plumbline.onprem.kinds;

import static io.plumbline.kind.Attributes.one;
import static io.plumbline.kind.Attributes.text;
import static io.plumbline.kind.Dialect.DATA_CENTRE;
import static io.plumbline.kind.ResourceKind.kind;

import io.plumbline.kind.Attributes;
import io.plumbline.kind.Read;
import io.plumbline.kind.ResourceKind;
import io.plumbline.kind.Shape;
import java.util.List;

/**
 * The management controller of a machine, and what it says of that. The document is the same
 * whether Redfish or IPMI was spoken; what a controller cannot say is unknown there, with the
 * reason. No engine sets any of it.
 */
public final class Bmc {
  /** Places of a boot order; a design leaves open what comes after those that it names. */
  public static final List<String> PLACES = List.of("first", "second", "third", "fourth");

  private Bmc() {}

  public static final ResourceKind KIND =
      kind("bmc")
          .read(Read.by("endpoint", "bmc:State"))
          .keyedBy("endpoint")
          .output("id", DATA_CENTRE, "endpoint")
          .attributes(
              text("endpoint"),
              text("serial").byHand(),
              text("power").byHand(),
              one("bootOrder", new Shape.Struct(PLACES.stream().map(Attributes::text).toList()))
                  .byHand(),
              text("bootOverride").byHand(),
              text("firmwareVersion").byHand(),
              text("biosVersion").byHand())
          .notRead("firmware of GPUs, adapters and disks")
          .build();
}
