package io.plumbline.aws;

import static io.plumbline.dsl.Words.gib;
import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.drift.Observer;
import io.plumbline.graph.Resource;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.kind.Lens;
import io.plumbline.kind.Read;
import io.plumbline.model.Image;
import io.plumbline.model.InstanceRole;
import io.plumbline.model.Network;
import io.plumbline.model.SecurityRules;
import io.plumbline.spi.LiveSource;
import io.plumbline.testkit.Describing;
import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

/**
 * How often a check asks. What AWS lists is asked for once, whatever the size of the fleet; a
 * reader may turn pages. Only of what it lists for one parent at a time is asked once for each.
 */
class CallsOfACheckTest {
  private static final AwsProvider AWS = new AwsProvider();

  /** AWS lists hooks by group alone. Versions are asked for by 200 ids at a time. */
  private static final Set<String> BY_POOL =
      Set.of("autoscaling:DescribeLifecycleHooks", "ec2:DescribeLaunchTemplateVersions($Latest)");

  private static ResourceGraph pools(int number) {
    return AWS.lower(
        Describing.on(
            site -> {
              Network net =
                  site.network("net", n -> n.cidr("10.0.0.0/16").zones("a").privateSubnets(20));
              SecurityRules rules = site.securityRules("fabric", s -> s.in(net));
              InstanceRole role = site.instanceRole("node", r -> {});
              for (int i = 0; i < number; i++) {
                site.gpuPool(
                    "pool-" + i,
                    p ->
                        p.in(net.privateSubnets())
                            .securedBy(rules)
                            .role(role)
                            .instanceTypes("p5.48xlarge")
                            .image(Image.id("ami-0abcdef1234567890"))
                            .rootDisk(gib(200))
                            .count(1));
              }
            }),
        Describing.TARGET);
  }

  /** An account in which all groups and templates stand, and of which nothing else may be read. */
  private static final class Pools implements LiveSource {
    private final ResourceGraph graph;
    private final Map<String, Integer> asked = new ConcurrentHashMap<>();

    Pools(ResourceGraph graph) {
      this.graph = graph;
    }

    @Override
    public Answer call(String operation, List<String> keys) {
      asked.merge(operation, Math.max(1, keys.size()), Integer::sum);
      List<Obj> rows =
          graph.resources().stream().filter(r -> lists(r, operation)).map(Pools::row).toList();
      Failure refused = new Failure(operation, "AccessDenied: not here");
      return new Answer(rows, rows.isEmpty() ? Map.of("", refused) : Map.of(), 1);
    }

    private static boolean lists(Resource resource, String operation) {
      Read main = resource.kind().reads().get("");
      return Set.of("auto-scaling-group", "launch-template").contains(resource.kind().id())
          && main.operation().equals(operation);
    }

    private static Obj row(Resource resource) {
      Map<String, Value> row =
          new LinkedHashMap<>(
              Lens.encode(resource.kind().shape(), resource.attributes(), AWS.api())
                  .get("")
                  .members());
      row.putIfAbsent("LaunchTemplateId", Value.text("lt-" + resource.address()));
      return new Obj(row);
    }

    @Override
    public Map<String, String> constants() {
      return Map.of("partition", "aws", "region", "us-east-1", "account", "123456789012");
    }

    @Override
    public void close() {}
  }

  private static Map<String, Integer> asked(int number) {
    Pools source = new Pools(pools(number));
    int found =
        new Observer(AWS, source).observe(Describing.TARGET, source.graph, Map.of()).found().size();
    assertThat(found).isEqualTo(2 * number);
    return source.asked;
  }

  @Test
  void growByPagesAndByGroupsAlone() {
    Map<String, Integer> few = asked(3);
    Map<String, Integer> many = asked(40);
    assertThat(many.keySet()).isEqualTo(few.keySet());
    Set<String> growing = new TreeSet<>(many.keySet());
    growing.removeIf(operation -> many.get(operation).equals(few.get(operation)));
    assertThat(growing).isEqualTo(BY_POOL);
    growing.forEach(operation -> assertThat(many.get(operation)).isEqualTo(40));
  }
}
