package io.plumbline.aws.kinds;

import io.plumbline.kind.Codec;
import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import io.plumbline.value.Value.Sequence;

/** What the kinds that link networks have in common. */
final class Links {
  private Links() {}

  static final String NOT_DEPLOYED = "no component asks for one yet";

  /**
   * A list of VPCs ↔ the attachments to them; those that were taken off stay listed for a while.
   */
  static final Codec ATTACHED =
      new Codec(
          Codec.each(Codec.member("VpcId")).encode(),
          v -> v instanceof Sequence all ? attached(all) : v);

  private static Value attached(Sequence all) {
    return Value.list(
        all.items().stream()
            .map(Obj.class::cast)
            .filter(each -> !each.get("State").equals(Value.text("detached")))
            .map(each -> each.get("VpcId"))
            .toList());
  }

  /** A list of values ↔ objects that hold one each as {@code Value}. */
  static final Codec VALUES = Codec.each(Codec.member("Value"));
}
