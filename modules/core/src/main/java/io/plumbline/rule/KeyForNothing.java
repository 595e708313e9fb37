package io.plumbline.rule;

import io.plumbline.model.AnyPool;
import io.plumbline.model.Design;

/** A disk that is not to be encrypted, and the key to encrypt it with. */
final class KeyForNothing implements Check<Design> {
  private static final Rule RULE =
      Rule.error(
          "PLB-KEY-003",
          "key for a disk that is not encrypted",
          "Providers refuse a key beside encrypted = false; one of the two is a slip.",
          "Amazon EC2 API Reference, EbsBlockDevice: KmsKeyId",
          "leave encrypted(false) out, or encryptedWith(key)");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(Design design, Problems problems) {
    for (AnyPool pool : design.all(AnyPool.class)) {
      if (!pool.rootDisk().encrypted() && pool.rootDisk().key() != null) {
        problems.report(
            RULE,
            pool,
            "got encrypted(false) and encryptedWith(\"" + pool.rootDisk().key().id() + "\")");
      }
    }
  }
}
