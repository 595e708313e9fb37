package io.plumbline.live.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.autoscaling.model.AutoScalingGroup;
import software.amazon.awssdk.services.ec2.model.MemoryGiBPerVCpu;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.Tenancy;
import software.amazon.awssdk.services.ec2.model.Vpc;

class DocumentsTest {

  @Test
  void namesMembersAsTheModelDoesAndLeavesOutWhatWasNotAnswered() {
    Vpc vpc =
        Vpc.builder()
            .vpcId("vpc-1")
            .isDefault(false)
            .instanceTenancy(Tenancy.DEFAULT)
            .tags(Tag.builder().key("a").value("").build())
            .build();
    assertThat(Documents.of(vpc))
        .isEqualTo(
            Value.object(
                "InstanceTenancy",
                Value.text("default"),
                "IsDefault",
                Value.flag(false),
                "Tags",
                Value.list(Value.object("Key", Value.text("a"), "Value", Value.text(""))),
                "VpcId",
                Value.text("vpc-1")));
  }

  @Test
  void keepsNumbersTimesAndEmptyLists() {
    AutoScalingGroup group =
        AutoScalingGroup.builder()
            .maxSize(3)
            .createdTime(Instant.EPOCH)
            .loadBalancerNames(List.of())
            .build();
    Obj document = Documents.of(group);
    assertThat(document.get("MaxSize")).isEqualTo(Value.whole(3));
    assertThat(document.get("CreatedTime")).isEqualTo(Value.text("1970-01-01T00:00:00Z"));
    assertThat(document.get("LoadBalancerNames")).isEqualTo(Value.list());
    assertThat(document.has("Tags")).isFalse();
    assertThat(Documents.of(MemoryGiBPerVCpu.builder().min(1.5).build()))
        .isEqualTo(Value.object("Min", Value.decimal(new BigDecimal("1.5"))));
  }

  @Test
  void addsAMemberUnlessItIsThere() {
    Obj document = Value.object("A", Value.text("there"));
    assertThat(Documents.with(document, "A", "new")).isEqualTo(document);
    assertThat(Documents.with(document, "B", "new").get("B")).isEqualTo(Value.text("new"));
  }
}
