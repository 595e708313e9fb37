package io.plumbline.drift;

import static io.plumbline.kind.Attributes.map;
import static io.plumbline.kind.Attributes.set;
import static io.plumbline.kind.Attributes.text;
import static io.plumbline.kind.Attributes.whole;
import static io.plumbline.kind.ResourceKind.kind;

import io.plumbline.kind.Dialect;
import io.plumbline.kind.Read;
import io.plumbline.kind.ResourceKind;
import io.plumbline.kind.Shape;
import io.plumbline.model.Site;
import io.plumbline.model.Target;
import java.util.Map;

/** A kind, and a place for it, for the tests of single classes. */
final class ToyKind {
  static final Dialect API = Dialect.AWS_API;

  static final Target TARGET =
      new Target("test", "fleet", new Site("main", "toy", "terraform", Map.of(), null));

  static final ResourceKind KIND =
      kind("box")
          .read(Read.all("toy:ListBoxes"))
          .taggedBy("tags")
          .namedBy("name")
          .output("id", "id", "id", "BoxId")
          .output("arn", "arn", "arn", "arn:{partition}:box/{BoxId}{Suffix}")
          .attributes(text("name"), whole("size"), set("zones", Shape.Leaf.TEXT), map("tags"))
          .build();

  private ToyKind() {}
}
