package io.plumbline.rule;

import io.plumbline.model.Design;
import io.plumbline.model.DnsRecord;
import io.plumbline.model.DnsRecord.Answer;
import io.plumbline.unit.Cidr;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A health check of what cannot be reached from the internet, where those who ask are. */
final class HealthUnseen implements Check<Design> {
  private static final Rule RULE =
      Rule.error(
          "PLB-DNS-009",
          "health check of what the internet does not reach",
          "It would be unwell for ever, and never be answered while others of its name are.",
          "Amazon Route 53 Developer Guide, How Route 53 determines whether a health check is"
              + " healthy; RFC 6890",
          "leave healthCheck out: a balancer that it points to is looked at all the same");

  /** Not forwarded in the internet, or nobody's there. */
  private static final List<Cidr> HIDDEN =
      List.of(
              "0.0.0.0/8",
              "10.0.0.0/8",
              "100.64.0.0/10",
              "127.0.0.0/8",
              "169.254.0.0/16",
              "172.16.0.0/12",
              "192.168.0.0/16",
              "224.0.0.0/3",
              "::/127",
              "fc00::/7",
              "fe80::/10",
              "ff00::/8")
          .stream()
          .map(Cidr::parse)
          .toList();

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(Design design, Problems problems) {
    for (DnsRecord dns : design.all(DnsRecord.class)) {
      String hidden = dns.healthCheck() == null ? null : hidden(dns.answer());
      if (hidden != null) {
        problems.report(RULE, dns, "got a health check of " + hidden);
      }
    }
  }

  private static @Nullable String hidden(@Nullable Answer answer) {
    return switch (answer) {
      case null -> null;
      case Answer.Balancer to ->
          to.balancer().internal()
              ? "load balancer \"" + to.balancer().id() + "\", which is internal"
              : null;
      case Answer.Values values ->
          switch (values.type()) {
            case A, AAAA ->
                values.values().stream().filter(HealthUnseen::isHidden).findFirst().orElse(null);
            case CNAME -> null;
            case TXT -> "a text";
          };
    };
  }

  private static boolean isHidden(String address) {
    try {
      Cidr block = Cidr.parse(address + (address.indexOf(':') < 0 ? "/32" : "/128"));
      return HIDDEN.stream().anyMatch(hidden -> hidden.contains(block));
    } catch (IllegalArgumentException e) {
      return false; // another rule says that it is none
    }
  }
}
