package io.plumbline.dsl;

import io.plumbline.kind.Dialect;
import io.plumbline.model.Component;
import io.plumbline.model.Identity;
import io.plumbline.model.RawSetting;
import io.plumbline.rule.Rule;
import io.plumbline.unit.Cidr;
import io.plumbline.value.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What can be said about every component.
 *
 * @param <C> what is built
 * @param <B> the builder itself, so that calls chain
 */
public abstract sealed class ComponentBuilder<C extends Component, B extends ComponentBuilder<C, B>>
    permits NetworkBuilder,
        ExistingNetworkBuilder,
        SecurityRulesBuilder,
        RightsBuilder,
        PoolBuilder,
        KubernetesClusterBuilder,
        LoadBalancerBuilder,
        MonitoringBuilder,
        DnsRecordBuilder,
        ExistingZoneBuilder,
        BareMetalFleetBuilder,
        BucketBuilder,
        ClusterAddOnBuilder,
        ExistingKeyBuilder,
        ExistingSecretBuilder,
        KeyBuilder,
        ParallelFilesBuilder,
        ParameterBuilder,
        SharedFilesBuilder,
        SlurmClusterBuilder,
        VmFleetBuilder,
        CapacityReservationBuilder,
        InterruptionHandlingBuilder {
  private final Order order;
  private final String noun;
  private final List<RawSetting> raw = new ArrayList<>();
  private @Nullable String formerly;

  ComponentBuilder(String noun, Order order) {
    this.noun = noun;
    this.order = order;
  }

  /**
   * The id that it had before it was renamed. It keeps the live name that it got under that id, so
   * that renaming in Java replaces nothing; leave the line in for as long as the thing lives.
   */
  public B formerly(String earlierId) {
    formerly = earlierId;
    return self();
  }

  /**
   * Sets what the model has no word for, in a dialect's own words. What is said in an engine's is
   * written to its artefact, above what the language says there, and compared where an attribute
   * covers its place; what is said in the API's is compared alone. Coverage lists each with its
   * reason.
   *
   * @param part which of the component's resources: {@code "template"}; {@code ""} where it has but
   *     one
   * @param path {@code "path/to/member"} as the dialect spells it
   */
  public B raw(String part, Dialect dialect, String path, Value value, String because) {
    raw.add(new RawSetting(part, dialect, path, value, because));
    return self();
  }

  abstract B self();

  abstract C build();

  Identity identity() {
    return order.identity(formerly, raw);
  }

  void report(Rule rule, String detail) {
    order.draft().problems().report(rule, noun, identity(), detail);
  }

  /** The block that is written, or null after reporting that it is none. */
  @Nullable Cidr readCidr(String text) {
    return CidrSyntax.read(text, noun, identity(), order.draft().problems());
  }

  /** The blocks that are written; what is none is reported and left out. */
  List<Cidr> readCidrs(String... texts) {
    List<Cidr> blocks = new ArrayList<>();
    for (String text : texts) {
      Cidr block = readCidr(text);
      if (block != null) {
        blocks.add(block);
      }
    }
    return blocks;
  }

  Draft draft() {
    return order.draft();
  }
}
