package io.plumbline.azure.lower;

import static java.util.Objects.requireNonNull;

import io.plumbline.azure.kinds.DnsRecordSet;
import io.plumbline.azure.kinds.DnsZone;
import io.plumbline.graph.Lookup;
import io.plumbline.graph.Resource;
import io.plumbline.kind.ResourceKind;
import io.plumbline.model.DnsRecord;
import io.plumbline.model.DnsRecord.Answer;
import io.plumbline.model.ExistingZone;
import io.plumbline.value.Value;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** A record set in a zone that is there already, mostly in another group than all else of ours. */
final class DnsRecordParts {
  private static final Duration USUAL_TTL = Duration.ofMinutes(5);

  private DnsRecordParts() {}

  static Resource existing(ExistingZone zone, Parts parts) {
    return parts.existing(
        "",
        zone.internal() ? DnsZone.PRIVATE : DnsZone.KIND,
        new Lookup.ById(requireNonNull(zone.called(), "validated")));
  }

  static Resource resource(DnsRecord wanted, Parts parts) {
    ExistingZone zone = requireNonNull(wanted.zone(), "validated");
    Answer.Values answer = (Answer.Values) requireNonNull(wanted.answer(), "validated");
    Duration ttl = wanted.ttl() == null ? USUAL_TTL : wanted.ttl();
    Map<String, Value> said = new LinkedHashMap<>();
    said.put("name", Value.text(inside(zone, wanted.name())));
    said.put("zone", Value.ref(zone.id(), "name"));
    said.put("resourceGroup", Value.text(ZoneId.of(zone).group()));
    said.put("ttl", Value.whole(ttl.toSeconds()));
    if (answer.type() == DnsRecord.Type.CNAME) {
      said.put("record", Value.text(answer.values().get(0)));
    } else {
      said.put("records", Value.texts(answer.values()));
    }
    said.put("tags", parts.tags(""));
    return parts.make("", kind(zone.internal(), answer.type()), new Value.Obj(said));
  }

  /** A name as its zone has it. */
  private static String inside(ExistingZone zone, String name) {
    return name.equals(zone.domain())
        ? "@"
        : name.substring(0, name.length() - zone.domain().length() - 1);
  }

  private static ResourceKind kind(boolean internal, DnsRecord.Type type) {
    return switch (type) {
      case A -> internal ? DnsRecordSet.PRIVATE_A : DnsRecordSet.A;
      case AAAA -> internal ? DnsRecordSet.PRIVATE_AAAA : DnsRecordSet.AAAA;
      case CNAME -> internal ? DnsRecordSet.PRIVATE_CNAME : DnsRecordSet.CNAME;
      case TXT -> internal ? DnsRecordSet.PRIVATE_TXT : DnsRecordSet.TXT;
    };
  }
}
