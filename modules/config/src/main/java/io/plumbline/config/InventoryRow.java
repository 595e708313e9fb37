package io.plumbline.config;

import io.plumbline.config.ParameterType.Field;
import io.plumbline.config.ParameterType.Place;
import io.plumbline.config.ParameterType.Quantity;
import io.plumbline.config.ParameterType.Section;
import io.plumbline.config.ParameterType.Text;
import io.plumbline.config.ParameterType.Whole;
import io.plumbline.diagnostic.SourceLine;
import io.plumbline.model.HostState;
import io.plumbline.model.InventoryHost;
import io.plumbline.unit.Cidr;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/** What one row of an inventory says, each column in one canonical form. */
final class InventoryRow {
  /** To Ansible these are groups, and the machine that it runs on. */
  private static final Set<String> RESERVED = Set.of("all", "ungrouped", "localhost");

  private static final String LABEL = "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?";

  /** RFC 1123; the last label has a letter, so that nothing that is nearly an address is a name. */
  private static final Pattern LABELS =
      Pattern.compile("(?=.{1,253}$)(?=.*[a-z][a-z0-9-]*$)" + LABEL + "(\\." + LABEL + ")*");

  static final Section TYPE =
      new Section(
          List.of(
              Field.required("name", new Quantity("host name", InventoryRow::name), ""),
              Field.required("address", address(), ""),
              Field.required("serial", text("[A-Za-z0-9][A-Za-z0-9._/+-]{0,63}"), ""),
              Field.required("rack", text("[A-Za-z0-9][A-Za-z0-9._-]{0,62}"), ""),
              Field.required("slot", new Whole(1, 99), ""),
              Field.optional("mac", new Quantity("hardware address", InventoryRow::mac), ""),
              Field.optional("bmc", address(), ""),
              Field.required("state", new Quantity("state", InventoryRow::state), ""),
              Field.optional("source", new Place(), "")),
          InventoryRow::host);

  private InventoryRow() {}

  private static Quantity address() {
    return new Quantity("address", InventoryRow::address);
  }

  private static Text text(String pattern) {
    return new Text(pattern, "text that matches " + pattern);
  }

  private static InventoryHost host(Map<String, Object> values) {
    return new InventoryHost(
        text(values, "name"),
        text(values, "address"),
        text(values, "serial"),
        text(values, "rack"),
        (Integer) Objects.requireNonNull(values.get("slot")),
        (String) values.get("mac"),
        (String) values.get("bmc"),
        (HostState) Objects.requireNonNull(values.get("state")),
        (SourceLine) Objects.requireNonNull(values.get("source")));
  }

  private static String text(Map<String, Object> values, String field) {
    return (String) Objects.requireNonNull(values.get(field));
  }

  private static String name(String text) {
    if (!text.matches(LABEL) || RESERVED.contains(text)) {
      throw new IllegalArgumentException(
          "a host name is 1 to 63 small letters, digits and inner hyphens, and neither all,"
              + " ungrouped nor localhost");
    }
    return text;
  }

  /** An address in its canonical text, or a name in small letters. */
  private static String address(String text) {
    String small = text.toLowerCase(Locale.ROOT);
    if (LABELS.matcher(small).matches()) {
      return small;
    }
    try {
      boolean six = text.indexOf(':') >= 0;
      return Cidr.parse(text + (six ? "/128" : "/32")).toString().replaceFirst("/.*", "");
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "an address is one of IPv4 or IPv6, without a prefix, or a name that resolves", e);
    }
  }

  /** Of one interface: the lowest bit of the first octet marks addresses of groups (IEEE 802). */
  private static String mac(String text) {
    String digits = text.toLowerCase(Locale.ROOT).replaceAll("[:.-]", "");
    boolean written =
        text.matches("(?i)[0-9a-f]{2}([:-][0-9a-f]{2}){5}|[0-9a-f]{4}(\\.[0-9a-f]{4}){2}");
    if (!written
        || digits.equals("000000000000")
        || (Integer.parseInt(digits.substring(0, 2), 16) & 1) == 1) {
      throw new IllegalArgumentException(
          "a hardware address is written aa:bb:cc:dd:ee:ff, aa-bb-cc-dd-ee-ff or aabb.ccdd.eeff,"
              + " and is that of one interface");
    }
    return digits.replaceAll("(..)(?!$)", "$1:");
  }

  private static HostState state(String text) {
    String word = text.strip().toUpperCase(Locale.ROOT).replaceAll("[ -]", "_");
    return Arrays.stream(HostState.values())
        .filter(each -> each.name().equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "a state is one of in-service, in-repair, spare and install"));
  }
}
