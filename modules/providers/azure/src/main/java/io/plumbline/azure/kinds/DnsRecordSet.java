package io.plumbline.azure.kinds;

import static io.plumbline.azure.kinds.Arm.API;
import static io.plumbline.azure.kinds.Arm.ARM;
import static io.plumbline.azure.kinds.Common.inside;
import static io.plumbline.azure.kinds.Common.name;
import static io.plumbline.azure.kinds.Common.resourceGroup;
import static io.plumbline.kind.Attributes.map;
import static io.plumbline.kind.Attributes.ref;
import static io.plumbline.kind.Attributes.set;
import static io.plumbline.kind.Attributes.text;
import static io.plumbline.kind.Attributes.whole;
import static io.plumbline.kind.Dialect.TERRAFORM;
import static io.plumbline.kind.ResourceKind.kind;

import io.plumbline.kind.Attribute;
import io.plumbline.kind.Codec;
import io.plumbline.kind.Read;
import io.plumbline.kind.ResourceKind;
import io.plumbline.kind.Shape;
import io.plumbline.kind.Spelling;
import io.plumbline.value.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What a zone answers to one question about one name: Azure keeps a type of resource for each
 * question, in zones of the internet and in those inside of networks, which it writes differently.
 * Names are those inside the zone, {@code @} for the zone's own; what Azure calls a record set's
 * metadata are its tags.
 */
public final class DnsRecordSet {
  private static final String ZONE = "zone";

  /** The most characters that one text of an answer holds. */
  private static final int TEXT = 255;

  /** What record sets hold, each of them one sort. */
  private static final List<String> SORTS =
      List.of(
          "ARecords",
          "AAAARecords",
          "CNAMERecord",
          "MXRecords",
          "NSRecords",
          "PTRRecords",
          "SOARecord",
          "SRVRecords",
          "TXTRecords",
          "caaRecords",
          "targetResource");

  private static final List<String> INNER_SORTS =
      List.of(
          "aRecords",
          "aaaaRecords",
          "cnameRecord",
          "mxRecords",
          "ptrRecords",
          "soaRecord",
          "srvRecords",
          "txtRecords");

  private static final Attribute TTL = whole("ttl");

  public static final ResourceKind A = open("A", addresses("ARecords", "ipv4Address"), alias());
  public static final ResourceKind AAAA =
      open("AAAA", addresses("AAAARecords", "ipv6Address"), alias());
  public static final ResourceKind CNAME = open("CNAME", another("CNAMERecord"));
  public static final ResourceKind TXT = open("TXT", texts("TXTRecords"));

  public static final ResourceKind PRIVATE_A = inner("A", addresses("aRecords", "ipv4Address"));
  public static final ResourceKind PRIVATE_AAAA =
      inner("AAAA", addresses("aaaaRecords", "ipv6Address"));
  public static final ResourceKind PRIVATE_CNAME = inner("CNAME", another("cnameRecord"));
  public static final ResourceKind PRIVATE_TXT = inner("TXT", texts("txtRecords"));

  private DnsRecordSet() {}

  /** In a zone that the internet asks. */
  private static ResourceKind open(String type, Attribute... answers) {
    return of("", "Microsoft.Network/dnsZones/" + type, Arm.DNS, type, "TTL", SORTS, answers);
  }

  /** In a zone that networks ask. */
  private static ResourceKind inner(String type, Attribute... answers) {
    return of(
        "private_",
        "Microsoft.Network/privateDnsZones/" + type,
        Arm.PRIVATE_DNS,
        type,
        "ttl",
        INNER_SORTS,
        answers);
  }

  private static ResourceKind of(
      String prefix,
      String at,
      String version,
      String type,
      String ttl,
      List<String> sorts,
      Attribute... answers) {
    String word = prefix + "dns_" + type.toLowerCase(Locale.ROOT) + "_record";
    String zone = prefix.replace('_', '-') + "dns-zone";
    return kind(word.replace('_', '-'))
        .type(ARM, at + version)
        .type(TERRAFORM, "azurerm_" + word)
        .read(Read.all("each " + at + version))
        .taggedBy("tags")
        .keyedBy(ZONE, "name")
        .within(ZONE)
        .importedBy("id")
        .output("id", ARM, "id")
        .output("id", TERRAFORM, "id")
        .output("fqdn", ARM, "properties/fqdn")
        .output("fqdn", TERRAFORM, "fqdn")
        .attributes(
            name(),
            ref(ZONE, zone, "name")
                .in(ARM, "parent")
                .in(API, "parent", Common.LAST_NAME)
                .in(TERRAFORM, "zone_name")
                .replaces(),
            resourceGroup())
        .attributes(inside("properties", TTL.in(ARM, ttl)))
        .attributes(inside("properties", answers))
        .attributes(
            inside("properties", map("tags").in(ARM, "metadata").byDefault(Value.Obj.EMPTY)))
        .notOurs("given by Azure", "id", "type", "etag")
        .notOurs("of another type, or said by it alone", others(sorts, answers))
        .makingTakes(at + "/write")
        .charged("each million of questions")
        .removedBy(AzCommand.DELETE)
        .build();
  }

  private static String[] others(List<String> sorts, Attribute... answers) {
    Set<String> own = new HashSet<>();
    for (Attribute answer : answers) {
      if (answer.spelling(ARM) instanceof Spelling.At at) {
        own.add(at.path().get(0));
      }
    }
    return sorts.stream()
        .filter(sort -> !own.contains(sort))
        .map(sort -> "properties/" + sort)
        .toArray(String[]::new);
  }

  private static Attribute addresses(String member, String each) {
    return set("records", Shape.Leaf.TEXT)
        .in(ARM, member, Codec.each(Codec.member(each)))
        .asGiven();
  }

  /** The address of something of Azure's, whatever it is at the moment. */
  private static Attribute alias() {
    return ref("target", "public-ip", "id")
        .in(ARM, "targetResource/id")
        .in(TERRAFORM, "target_resource_id")
        .asGiven();
  }

  private static Attribute another(String member) {
    return text("record").in(ARM, member + "/cname");
  }

  private static Attribute texts(String member) {
    return set("records", Shape.Leaf.TEXT)
        .in(ARM, member, Codec.each(new Codec(DnsRecordSet::pieces, DnsRecordSet::joined)))
        .in(TERRAFORM, "record", Codec.each(Codec.member("value")));
  }

  /** A text ↔ the same in pieces of what one holds. */
  private static Value pieces(Value value) {
    if (!(value instanceof Value.Text text)) {
      return Value.object("value", Value.list(value));
    }
    List<String> pieces = new ArrayList<>();
    for (int at = 0; at == 0 || at < text.value().length(); at += TEXT) {
      pieces.add(text.value().substring(at, Math.min(at + TEXT, text.value().length())));
    }
    return Value.object("value", Value.texts(pieces));
  }

  private static Value joined(Value entry) {
    return entry instanceof Value.Obj said && said.get("value") instanceof Value.Sequence pieces
        ? Value.join(pieces.items())
        : entry;
  }
}
