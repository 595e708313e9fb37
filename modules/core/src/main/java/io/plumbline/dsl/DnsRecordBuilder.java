package io.plumbline.dsl;

import io.plumbline.graph.Band;
import io.plumbline.model.DnsRecord;
import io.plumbline.model.DnsRecord.Answer;
import io.plumbline.model.DnsRecord.HealthCheck;
import io.plumbline.model.DnsRecord.Routing;
import io.plumbline.model.ExistingZone;
import io.plumbline.model.LoadBalancer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Says what is answered to whoever asks for a name. Needed: {@link #in}, and one answer. A name
 * with several records needs a routing on each, all of one sort, under labels that differ.
 */
public final class DnsRecordBuilder extends ComponentBuilder<DnsRecord, DnsRecordBuilder> {
  private final List<Answer> answers = new ArrayList<>();
  private final List<Routing> routings = new ArrayList<>();
  private final List<String> alongside = new ArrayList<>();
  private @Nullable ExistingZone zone;
  private String name = "";
  private @Nullable Duration ttl;
  private @Nullable HealthCheck healthCheck;

  DnsRecordBuilder(Order order) {
    super("DNS record", order);
  }

  /** The zone that it is put into, and its name in full: {@code "api.example.com"}. */
  public DnsRecordBuilder in(ExistingZone where, String fullName) {
    zone = where;
    name = fullName;
    return this;
  }

  /** Answers with the addresses of a load balancer, as long as that has nodes that are well. */
  public DnsRecordBuilder pointsTo(LoadBalancer balancer) {
    return answer(new Answer.Balancer(balancer));
  }

  /** Answers with addresses of IPv4. */
  public DnsRecordBuilder a(String... addresses) {
    return answer(new Answer.Values(DnsRecord.Type.A, List.of(addresses)));
  }

  /** Answers with addresses of IPv6. */
  public DnsRecordBuilder aaaa(String... addresses) {
    return answer(new Answer.Values(DnsRecord.Type.AAAA, List.of(addresses)));
  }

  /** Answers with another name, which is to be asked for instead. */
  public DnsRecordBuilder cname(String otherName) {
    return answer(new Answer.Values(DnsRecord.Type.CNAME, List.of(otherName)));
  }

  /** Answers with texts, as they are: quoted, and cut where they are long, is done here. */
  public DnsRecordBuilder txt(String... texts) {
    return answer(new Answer.Values(DnsRecord.Type.TXT, List.of(texts)));
  }

  private DnsRecordBuilder answer(Answer answer) {
    answers.add(answer);
    return this;
  }

  /**
   * How long others may remember the answer; by default five minutes. A balancer's own time holds
   * for its addresses.
   */
  public DnsRecordBuilder ttl(Duration time) {
    ttl = time;
    return this;
  }

  /**
   * Answered as often as its share of the weights of all records of this name.
   *
   * @param label tells it from the others; for life
   * @param weight from 0, which is never as long as others have more, to 255
   */
  public DnsRecordBuilder weighted(String label, int weight) {
    return routed(new Routing.Weighted(label, weight, null));
  }

  /**
   * The same, with a weight that somebody else moves: {@code weighted("east", 100, band(0,
   * 255).ownedBy("burst controller"))}. Terraform never sets it again; CloudFormation does with
   * each other change of this record, since it always sends the whole of it.
   *
   * @param first the weight to begin with
   */
  public DnsRecordBuilder weighted(String label, int first, Band band) {
    return routed(new Routing.Weighted(label, first, band));
  }

  /** Answered as long as it is well. */
  public DnsRecordBuilder failoverPrimary(String label) {
    return routed(new Routing.Failover(label, true));
  }

  /** Answered while the primary is not well. */
  public DnsRecordBuilder failoverSecondary(String label) {
    return routed(new Routing.Failover(label, false));
  }

  /** Answered to those who reach this site's region quicker than those of the other records. */
  public DnsRecordBuilder latency(String label) {
    return routed(new Routing.Latency(label));
  }

  private DnsRecordBuilder routed(Routing routing) {
    routings.add(routing);
    return this;
  }

  /**
   * Labels of records of this name that other stacks, or other people, answer for. Those of the
   * same stack are known; any other that is found is unmanaged, since it takes traffic away.
   */
  public DnsRecordBuilder alongside(String... labels) {
    alongside.addAll(List.of(labels));
    return this;
  }

  /** Not answered while it is unwell, as seen from the internet, and others of the name are. */
  public DnsRecordBuilder healthCheck(Consumer<HealthCheckBuilder> setUp) {
    HealthCheckBuilder builder = new HealthCheckBuilder();
    setUp.accept(builder);
    healthCheck = builder.build();
    if (healthCheck == null) {
      report(Incomplete.RULE, "its health check asks nothing; say https(443, \"/health\")");
    }
    return this;
  }

  @Override
  DnsRecordBuilder self() {
    return this;
  }

  @Override
  DnsRecord build() {
    require(zone != null, "it stands nowhere; say in(zone, \"api.example.com\")");
    require(!answers.isEmpty(), "it answers nothing; say pointsTo(balancer) or a(\"192.0.2.1\")");
    require(answers.size() < 2, "it has several answers; say one");
    require(routings.size() < 2, "it has several routings; say one");
    return new DnsRecord(
        identity(),
        zone,
        name,
        answers.isEmpty() ? null : answers.get(0),
        ttl,
        routings.isEmpty() ? new Routing.Alone() : routings.get(0),
        alongside,
        healthCheck);
  }

  private void require(boolean said, String detail) {
    if (!said) {
      report(Incomplete.RULE, detail);
    }
  }
}
