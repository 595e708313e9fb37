package io.plumbline.aws.kinds;

import static io.plumbline.kind.Attributes.flag;
import static io.plumbline.kind.Attributes.one;
import static io.plumbline.kind.Attributes.record;
import static io.plumbline.kind.Attributes.set;
import static io.plumbline.kind.Attributes.text;
import static io.plumbline.kind.Attributes.whole;
import static io.plumbline.kind.Dialect.AWS_API;
import static io.plumbline.kind.Dialect.CLOUDFORMATION;
import static io.plumbline.kind.Dialect.TERRAFORM;

import io.plumbline.kind.Attribute;
import io.plumbline.kind.Codec;
import io.plumbline.kind.Shape;
import io.plumbline.kind.Spelling;
import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import io.plumbline.value.Value.Sequence;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The two tunnels of a {@link VpnConnection}. Terraform writes them flat: {@code tunnel1_…}, {@code
 * tunnel2_…}; its provider replaces the connection for another block inside, where AWS would change
 * it. Their pre-shared keys are secrets, and stand nowhere here.
 */
final class VpnTunnels {
  private VpnTunnels() {}

  private static final Shape.Struct TUNNEL =
      (Shape.Struct)
          record(
              text("tunnelInsideCidr")
                  .in(TERRAFORM, "inside_cidr")
                  .replaces(TERRAFORM)
                  .filledIn("chosen by AWS"),
              text("tunnelInsideIpv6Cidr")
                  .in(TERRAFORM, "inside_ipv6_cidr")
                  .replaces(TERRAFORM)
                  .filledIn("chosen by AWS"),
              words("ikeVersions").in(CLOUDFORMATION, "IKEVersions", Links.VALUES),
              text("startupAction"),
              text("dpdTimeoutAction").in(CLOUDFORMATION, "DPDTimeoutAction"),
              whole("dpdTimeoutSeconds").in(CLOUDFORMATION, "DPDTimeoutSeconds"),
              words("phase1EncryptionAlgorithms"),
              words("phase1IntegrityAlgorithms"),
              groups("phase1DHGroupNumbers").in(TERRAFORM, "phase1_dh_group_numbers"),
              whole("phase1LifetimeSeconds"),
              words("phase2EncryptionAlgorithms"),
              words("phase2IntegrityAlgorithms"),
              groups("phase2DHGroupNumbers").in(TERRAFORM, "phase2_dh_group_numbers"),
              whole("phase2LifetimeSeconds"),
              whole("rekeyFuzzPercentage"),
              whole("rekeyMarginTimeSeconds"),
              whole("replayWindowSize"),
              flag("enableTunnelLifecycleControl"));

  /** AWS wants and answers a list of two. */
  static final Attribute OPTIONS =
      one("tunnelOptions", record(tunnel("first", 1), tunnel("second", 2)))
          .in(TERRAFORM, "", new Codec(v -> v, VpnTunnels::nullIfNone))
          .in(CLOUDFORMATION, "VpnTunnelOptionsSpecifications", listed())
          .in(AWS_API, "Options/TunnelOptions", listed())
          .filledIn("what AWS chooses and accepts");

  private static Attribute tunnel(String name, int number) {
    String prefix = "tunnel" + number + "_";
    return one(name, TUNNEL)
        .in(
            TERRAFORM,
            "",
            new Codec(tunnel -> flat((Obj) tunnel, prefix), all -> ofTunnel((Obj) all, prefix)));
  }

  private static Attribute words(String name) {
    return values(set(name, Shape.Leaf.TEXT));
  }

  private static Attribute groups(String name) {
    return values(set(name, Shape.Leaf.WHOLE));
  }

  private static Attribute values(Attribute attribute) {
    return attribute.in(CLOUDFORMATION, Links.VALUES).in(AWS_API, Links.VALUES);
  }

  private static Value flat(Obj tunnel, String prefix) {
    Map<String, Value> members = new LinkedHashMap<>();
    tunnel.members().forEach((name, value) -> members.put(prefix + name, value));
    return new Obj(members);
  }

  private static Value ofTunnel(Obj document, String prefix) {
    Map<String, Value> members = new LinkedHashMap<>();
    for (Attribute attribute : TUNNEL.attributes()) {
      if (attribute.spelling(TERRAFORM) instanceof Spelling.At at) {
        String name = at.path().get(0);
        Value value = document.get(prefix + name);
        if (!(value instanceof Value.Null)) {
          members.put(name, value);
        }
      }
    }
    return members.isEmpty() ? Value.NULL : new Obj(members);
  }

  private static Value nullIfNone(Value document) {
    boolean none =
        ofTunnel((Obj) document, "tunnel1_").equals(Value.NULL)
            && ofTunnel((Obj) document, "tunnel2_").equals(Value.NULL);
    return none ? Value.NULL : document;
  }

  /** The first and the second ↔ a list of both. */
  private static Codec listed() {
    return new Codec(v -> both((Obj) v), v -> v instanceof Sequence s ? numbered(s.items()) : v);
  }

  private static Value both(Obj tunnels) {
    Value first = tunnels.get("First");
    Value second = tunnels.get("Second");
    Value known = first instanceof Value.Null ? Obj.EMPTY : first;
    return second instanceof Value.Null ? Value.list(known) : Value.list(known, second);
  }

  private static Value numbered(List<Value> tunnels) {
    Map<String, Value> members = new LinkedHashMap<>();
    String[] names = {"First", "Second"};
    for (int i = 0; i < Math.min(names.length, tunnels.size()); i++) {
      if (!tunnels.get(i).equals(Obj.EMPTY)) {
        members.put(names[i], tunnels.get(i));
      }
    }
    return members.isEmpty() ? Value.NULL : new Obj(members);
  }
}
