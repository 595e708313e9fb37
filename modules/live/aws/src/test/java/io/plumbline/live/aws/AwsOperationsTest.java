package io.plumbline.live.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.aws.kinds.AwsKinds;
import io.plumbline.kind.Read;
import io.plumbline.kind.ResourceKind;
import io.plumbline.spi.LiveSource;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class AwsOperationsTest {

  @Test
  void knowsEveryOperationThatAKindIsReadFrom() {
    List<String> unknown = new ArrayList<>();
    for (ResourceKind kind : AwsKinds.ALL) {
      for (Read read : kind.reads().values()) {
        if (AwsOperations.find(read.operation()) == null) {
          unknown.add(kind + ": " + read.operation());
        }
      }
    }
    assertThat(unknown).isEmpty();
  }

  @Test
  void asksByTheMemberByWhichDocumentsAreTold() {
    List<String> wrong = new ArrayList<>();
    for (ResourceKind kind : AwsKinds.ALL) {
      kind.reads()
          .forEach(
              (document, read) -> {
                Operation operation = AwsOperations.find(read.operation());
                boolean keyed = operation != null && operation.key() != null;
                if (keyed != (read.key() != null)
                    || (keyed && !document.isEmpty() && !operation.key().equals(read.key()))) {
                  wrong.add(kind + ": " + read);
                }
              });
    }
    assertThat(wrong).isEmpty();
  }

  /** What is not among these is asked for by what it is called. */
  @Test
  void listsOnceMoreWhereAwsKnowsNoOtherQuestion() {
    assertThat(AwsKinds.ALL)
        .map(kind -> kind.reads().get(""))
        .filteredOn(read -> read != null && read.key() == null)
        .map(read -> AwsOperations.find(read.operation()))
        .filteredOn(operation -> operation != null && operation.again() == null)
        .extracting(Operation::id)
        .containsExactlyInAnyOrder(
            "kms:ListAliases", "route53:ListHealthChecks", "route53:ListHostedZones");
  }

  @Test
  void saysWhatTheItemsOfEachOperationMayHold() {
    assertThat(AwsOperations.rowTypes())
        .hasSizeGreaterThan(20)
        .allSatisfy((id, type) -> assertThat(type.item().sdkFields()).as(id).isNotEmpty());
  }

  @Test
  void isFoundAsTheSourceOfAws() {
    assertThat(ServiceLoader.load(LiveSource.Factory.class))
        .extracting(LiveSource.Factory::provider)
        .contains("aws");
  }
}
