package io.plumbline.aws.price;

import io.plumbline.cost.Cost.PriceList;
import io.plumbline.cost.Cost.Priced;
import io.plumbline.cost.Hourly;
import io.plumbline.graph.Resource;
import io.plumbline.value.Value;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What an EKS cluster costs, besides its nodes: one price while its version has standard support,
 * another one in the year after. Nobody is charged that one whose cluster moves on by itself.
 *
 * <p>AWS Containers Blog, Amazon EKS extended support for Kubernetes versions pricing: from 1 April
 * 2024 on, in all regions.
 */
final class ClusterPrice {
  private static final BigDecimal STANDARD = new BigDecimal("0.10");
  private static final BigDecimal EXTENDED = new BigDecimal("0.60");
  private static final PriceList LIST =
      new PriceList("AWS list prices of EKS clusters", "us-east-1", LocalDate.of(2024, 4, 1));

  private ClusterPrice() {}

  static Priced of(Resource cluster) {
    boolean extended = cluster.attributes().get("supportType").equals(Value.text("EXTENDED"));
    return new Priced(
        cluster.address(),
        extended ? "control plane, the more once its version is old" : "control plane",
        new Hourly(STANDARD, extended ? EXTENDED : STANDARD),
        LIST);
  }
}
