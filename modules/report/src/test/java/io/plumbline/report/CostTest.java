package io.plumbline.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.plumbline.cost.Cost;
import io.plumbline.cost.Cost.PriceList;
import io.plumbline.cost.Cost.Priced;
import io.plumbline.cost.Cost.Unpriced;
import io.plumbline.cost.Hourly;
import io.plumbline.cost.TargetCost;
import io.plumbline.value.JsonReader;
import io.plumbline.value.Value;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class CostTest {
  private static final Path SCHEMA = Path.of("../../docs/schema/cost.schema.json");
  private static final PriceList LIST =
      new PriceList("AWS list prices", "us-east-1", LocalDate.of(2026, 7, 20));

  private static final Cost DEPLOYED =
      new Cost(
          List.of(priced("pool/group", "2 x p5.48xlarge, on demand", exactly("110.08"))),
          List.of());

  private static final Cost TODAY =
      new Cost(
          List.of(
              priced(
                  "pool/group",
                  "1 to 40 x p5.48xlarge, on demand",
                  new Hourly(new BigDecimal("55.04"), new BigDecimal("2201.6")))),
          List.of(
              new Unpriced("net/nat-a", "nat-gateway", "no list price is known here"),
              new Unpriced("net/nat-b", "nat-gateway", "no list price is known here"),
              new Unpriced("data", "bucket", "storage depends on use")));

  private static final Cost WITHOUT =
      new Cost(List.of(), List.of(new Unpriced("b/group", "auto-scaling-group", "none", 32)));

  private static Hourly exactly(String amount) {
    return Hourly.exactly(new BigDecimal(amount));
  }

  private static Priced priced(String address, String terms, Hourly perHour) {
    return new Priced(address, terms, perHour, LIST);
  }

  private static TargetCost target(Cost before, Cost after) {
    return new TargetCost("fleet", "main", "us-east-2", before, after);
  }

  static List<List<TargetCost>> costs() {
    return List.of(
        List.of(),
        List.of(target(null, Cost.NONE)),
        List.of(target(null, TODAY)),
        List.of(target(WITHOUT, WITHOUT)),
        List.of(target(DEPLOYED, TODAY), target(TODAY, DEPLOYED)));
  }

  @ParameterizedTest
  @MethodSource("costs")
  void fitsThePublishedSchema(List<TargetCost> costs) throws IOException {
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(Files.readString(SCHEMA), InputFormat.JSON);
    assertThat(schema.validate(CostJson.render("prod", costs), InputFormat.JSON)).isEmpty();
  }

  @Test
  void keepsAmountsExactForPrograms() {
    Cost cost = new Cost(List.of(priced("a/group", "x", exactly("21.957642"))), List.of());
    Value.Obj json =
        (Value.Obj) JsonReader.read(CostJson.render("prod", List.of(target(null, cost))));
    Value.Obj after = (Value.Obj) json.get("after");
    assertThat(((Value.Obj) after.get("perDay")).get("most"))
        .isEqualTo(Value.decimal(new BigDecimal("526.983408")));
    assertThat(json.get("before")).isEqualTo(Value.NULL);
  }

  @Test
  void saysWhatItCostsBeforeAndAfterAndWhatHasNoPrice() {
    assertThat(CostText.render(List.of(target(DEPLOYED, TODAY)), Display.PLAIN))
        .isEqualTo(
            """
            cost: $55.04 to $2,201.60 an hour, $1,320.96 to $52,838.40 a day; as deployed $110.08 an hour, $2,641.92 a day; not all has a price
              fleet on main  pool  1 to 40 x p5.48xlarge, on demand: $55.04 to $2,201.60 an hour, $1,320.96 to $52,838.40 a day; as deployed $110.08 an hour, $2,641.92 a day
              AWS list prices, us-east-1, 2026-07-20; prices in us-east-2 may differ
              without a price: net/nat-a, net/nat-b (nat-gateway, no list price is known here)
              without a price: data (bucket, storage depends on use)
            """);
  }

  @Test
  void saysInTheFirstLineHowManyNodesAreInNoSum() {
    assertThat(headline(List.of(priced("a/group", "x", exactly("55.04"))), 1))
        .isEqualTo("cost: at least $55.04 an hour, $1,320.96 a day; 1 node without a price");
    assertThat(headline(List.of(priced("a/group", "x", Hourly.atMost(BigDecimal.TEN))), 32))
        .isEqualTo(
            "cost: at most $10.00 an hour, at most $240.00 a day for what has a price;"
                + " 32 nodes without a price");
    assertThat(headline(List.of(), 32)).isEqualTo("cost: not known; 32 nodes without a price");
  }

  private static String headline(List<Priced> priced, long nodes) {
    Unpriced pool = new Unpriced("pool/group", "auto-scaling-group", "no list price", nodes);
    String text =
        CostText.render(List.of(target(null, new Cost(priced, List.of(pool)))), Display.PLAIN);
    return text.lines().findFirst().orElse("");
  }

  @Test
  void saysWhatIsNewAndWhatGoes() {
    Cost other =
        new Cost(List.of(priced("spot/group", "y", Hourly.atMost(BigDecimal.TEN))), List.of());
    assertThat(CostText.render(List.of(target(DEPLOYED, other)), Display.PLAIN))
        .contains("spot  y: at most $10.00 an hour, at most $240.00 a day; not deployed")
        .contains("pool  goes; as deployed $110.08 an hour");
  }

  @Test
  void saysNothingWhereNothingCosts() {
    assertThat(CostText.render(List.of(target(Cost.NONE, Cost.NONE)), Display.PLAIN)).isEmpty();
  }
}
