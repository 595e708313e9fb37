package io.plumbline.onprem.kinds;

import static io.plumbline.kind.Attributes.set;
import static io.plumbline.kind.Attributes.text;
import static io.plumbline.kind.Dialect.ANSIBLE;
import static io.plumbline.kind.Dialect.DATA_CENTRE;
import static io.plumbline.kind.ResourceKind.kind;

import io.plumbline.kind.ResourceKind;
import io.plumbline.kind.Shape;

/**
 * A text file that all machines of a fleet have. Its content stands here once; each machine says
 * the digest of its own copy, which is compared there.
 */
public final class ManagedFile {
  private static final String AT_HOSTS = "each machine's copy is compared there, by digest";

  private ManagedFile() {}

  public static final ResourceKind KIND =
      kind("managed-file")
          .type(ANSIBLE, "file")
          .comparedAt("host")
          .keyedBy("fleet", "path")
          .attributes(
              text("fleet").notIn(DATA_CENTRE, AT_HOSTS),
              text("path").notIn(DATA_CENTRE, AT_HOSTS),
              text("content").notIn(DATA_CENTRE, AT_HOSTS),
              text("mode").notIn(DATA_CENTRE, AT_HOSTS),
              text("reloads").notIn(DATA_CENTRE, AT_HOSTS),
              set("restarts", Shape.Leaf.TEXT).notIn(DATA_CENTRE, AT_HOSTS))
          .build();
}
