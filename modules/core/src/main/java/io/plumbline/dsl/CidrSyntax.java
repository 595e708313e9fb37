package io.plumbline.dsl;

import io.plumbline.model.Identity;
import io.plumbline.rule.Problems;
import io.plumbline.rule.Rule;
import io.plumbline.unit.Cidr;
import org.jspecify.annotations.Nullable;

/** Text that is no block of addresses, or an address inside one ({@code 10.20.0.1/16}). */
final class CidrSyntax {
  static final Rule RULE =
      Rule.error(
          "PLB-NET-001",
          "not a block of addresses",
          "Providers refuse a block with host bits set, or silently cut them off, after which live"
              + " and described differ for ever.",
          "RFC 4632 section 3.1; Amazon VPC User Guide, VPC CIDR blocks",
          "write the first address of the block and the length of its prefix, such as"
              + " 10.20.0.0/16");

  private CidrSyntax() {}

  /** The block, or null after saying what is wrong with it. */
  static @Nullable Cidr read(String text, String noun, Identity identity, Problems problems) {
    try {
      return Cidr.parse(text);
    } catch (IllegalArgumentException e) {
      problems.report(RULE, noun, identity, "got \"" + text + "\": " + e.getMessage());
      return null;
    }
  }
}
