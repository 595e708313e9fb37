package io.plumbline.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.aws.kinds.AwsKinds;
import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import java.util.List;
import org.junit.jupiter.api.Test;

final class KindPlacesTest {
  @Test
  void knowsTheAttributesOfEveryPlaceThatAKindWrites() {
    List<Obj> kinds = KindPlaces.all().items().stream().map(Obj.class::cast).toList();
    assertThat(kinds).hasSameSizeAs(AwsKinds.ALL);
    for (Obj kind : kinds) {
      ((Obj) kind.get("places"))
          .members()
          .forEach(
              (place, attributes) ->
                  assertThat(((Value.Sequence) attributes).items())
                      .as("%s %s", kind.get("kind"), place)
                      .isNotEmpty());
    }
  }

  @Test
  void marksWhereTheKeyOfAnItemStands() {
    Obj bucket =
        KindPlaces.all().items().stream()
            .map(Obj.class::cast)
            .filter(kind -> kind.get("kind").equals(Value.text("bucket")))
            .findFirst()
            .orElseThrow();
    Obj places = (Obj) bucket.get("places");
    assertThat(places.get("LifecycleConfiguration/Rules/ExpirationInDays"))
        .isEqualTo(Value.list(Value.text("lifecycleRules/[]/expirationDays")));
    assertThat(places.get("policy:PolicyDocument")).isEqualTo(Value.list(Value.text("policy")));
    assertThat(((Obj) bucket.get("terraformPlaces")).get("lifecycleRules/[]/expirationDays"))
        .isEqualTo(Value.list(Value.text("lifecycle:rule/expiration/days")));
  }
}
