package io.plumbline.onprem.kinds;

import static io.plumbline.kind.Attributes.text;
import static io.plumbline.kind.Dialect.ANSIBLE;
import static io.plumbline.kind.Dialect.DATA_CENTRE;
import static io.plumbline.kind.ResourceKind.kind;

import io.plumbline.kind.ResourceKind;

/**
 * A text file for somebody who runs something of the site that is not Plumbline's to set up: it is
 * among the artefacts, and no machine has it.
 */
public final class SiteFile {
  private static final String TAKEN_ELSEWHERE = "where it is taken to, nobody says";

  private SiteFile() {}

  public static final ResourceKind KIND =
      kind("site-file")
          .type(ANSIBLE, "site-file")
          .comparedAt("host")
          .keyedBy("path")
          .attributes(
              text("path").notIn(DATA_CENTRE, TAKEN_ELSEWHERE),
              text("content").notIn(DATA_CENTRE, TAKEN_ELSEWHERE))
          .build();
}
