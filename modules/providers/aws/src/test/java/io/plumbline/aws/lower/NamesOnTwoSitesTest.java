package io.plumbline.aws.lower;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.aws.AwsProvider;
import io.plumbline.dsl.Blueprint;
import io.plumbline.dsl.SiteBlueprint;
import io.plumbline.dsl.Stack;
import io.plumbline.dsl.Surroundings;
import io.plumbline.graph.Resource;
import io.plumbline.model.Design;
import io.plumbline.model.ExistingZone;
import io.plumbline.model.Site;
import io.plumbline.model.Target;
import io.plumbline.value.Value;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A fleet of two regions under one name: each site has its record, and knows of the other's. */
final class NamesOnTwoSitesTest {
  private static final Site EAST =
      new Site("east", "aws", "terraform", Map.of("region", "us-east-1"), null);
  private static final Site WEST =
      new Site("west", "aws", "cloudformation", Map.of("region", "us-west-2"), null);

  @Test
  void eachSiteHasItsRecordAndKnowsOfTheOther() {
    Design design =
        Blueprint.describe(
            new TwoRegions(),
            new TwoRegions.Nothing(),
            new Surroundings(
                "test", List.of(EAST, WEST), (name, v) -> Value.text(name), path -> path));
    assertThat(design.problems()).isEmpty();

    Resource east = lowered(design, EAST).get(1);
    Resource west = lowered(design, WEST).get(1);

    assertThat(east.address()).isEqualTo("east-api");
    assertThat(east.attributes().get("region")).isEqualTo(Value.text("us-east-1"));
    assertThat(west.attributes().get("region")).isEqualTo(Value.text("us-west-2"));
    for (Resource each : List.of(east, west)) {
      assertThat(each.attributes().get("alongside"))
          .isEqualTo(Value.texts(List.of("canary", "east", "west")));
    }
  }

  private static List<Resource> lowered(Design design, Site site) {
    return List.copyOf(
        new AwsProvider().lower(design, new Target("test", "names", site)).resources());
  }

  private static final class TwoRegions implements Stack<TwoRegions.Nothing> {
    record Nothing() {}

    @Override
    public String name() {
      return "names";
    }

    @Override
    public Class<Nothing> parameters() {
      return Nothing.class;
    }

    @Override
    public void describe(Blueprint blueprint, Nothing parameters) {
      record(blueprint.site("east"), "192.0.2.1");
      record(blueprint.site("west"), "192.0.2.2");
    }

    private static void record(SiteBlueprint site, String address) {
      ExistingZone zone = site.existingZone(site.name() + "-zone", "example.com");
      site.dnsRecord(
          site.name() + "-api",
          d -> d.in(zone, "api.example.com").a(address).latency(site.name()).alongside("canary"));
    }
  }
}
