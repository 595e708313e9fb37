package io.plumbline.aws.lower;

import io.plumbline.aws.kinds.ExistingKmsKey;
import io.plumbline.aws.kinds.KmsAlias;
import io.plumbline.aws.kinds.KmsKey;
import io.plumbline.graph.Lookup;
import io.plumbline.graph.Resource;
import io.plumbline.model.ExistingKey;
import io.plumbline.model.Key;
import io.plumbline.value.Value;
import java.util.List;

/** A key and the alias that names it. */
final class KeyParts {
  static final String ALIAS = "alias";

  /** AWS takes 256 characters; these stand in front. */
  private static final String PREFIX = "alias/";

  private KeyParts() {}

  static List<Resource> resources(Key key, Parts parts, Value policy) {
    return List.of(
        parts.make(
            "",
            KmsKey.KIND,
            Value.object(
                "description", Value.text(key.description()),
                "keyUsage", Value.text("ENCRYPT_DECRYPT"),
                "keySpec", Value.text("SYMMETRIC_DEFAULT"),
                "multiRegion", Value.flag(false),
                "enabled", Value.flag(true),
                "enableKeyRotation", Value.flag(key.rotation() != null),
                "rotationPeriodInDays",
                    key.rotation() == null ? Value.NULL : Value.whole(key.rotation().toDays()),
                "keyPolicy", policy,
                "tags", parts.tags(""))),
        parts.make(
            ALIAS,
            KmsAlias.KIND,
            Value.object(
                "aliasName", Value.text(PREFIX + parts.name("", Names.KEY_ALIAS)),
                "targetKeyId", Value.ref(parts.address(""), "id"))));
  }

  static List<Resource> resources(ExistingKey key, Parts parts) {
    return List.of(parts.existing("", ExistingKmsKey.KIND, new Lookup.ById(key.called())));
  }
}
