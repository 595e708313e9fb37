package io.plumbline.kind;

import static io.plumbline.kind.Attributes.decimal;
import static io.plumbline.kind.Attributes.flag;
import static io.plumbline.kind.Attributes.list;
import static io.plumbline.kind.Attributes.one;
import static io.plumbline.kind.Attributes.record;
import static io.plumbline.kind.Attributes.text;
import static io.plumbline.kind.Attributes.whole;
import static io.plumbline.kind.Dialect.AWS_API;
import static io.plumbline.kind.Dialect.CLOUDFORMATION;
import static io.plumbline.kind.Dialect.TERRAFORM;
import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.value.Value;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class LensTest {
  private static final ResourceKind KIND =
      ResourceKind.kind("sample")
          .attributes(
              text("displayName").in(TERRAFORM, "name"),
              text("versioning")
                  .in(TERRAFORM, "versioning:versioning_configuration/status")
                  .in(CLOUDFORMATION, "VersioningConfiguration/Status")
                  .in(AWS_API, "versioning:Status"),
              text("onlyInTerraform").notIn(CLOUDFORMATION, "no such property"))
          .under(
              "Data",
              "version:Data",
              whole("size"),
              decimal("price"),
              list("rules", record(text("portName"), one("inner", record(flag("isOpen"))))))
          .build();

  private static final Value.Obj ATTRIBUTES =
      Value.object(
          "displayName", Value.text("n"),
          "versioning", Value.text("Enabled"),
          "size", Value.whole(3),
          "rules",
              Value.list(
                  Value.object(
                      "portName", Value.text("ssh"),
                      "inner", Value.object("isOpen", Value.flag(true)))));

  @Test
  void spellsNestedAndFlatFromOneDeclaration() {
    assertThat(Lens.encode(KIND.shape(), ATTRIBUTES, TERRAFORM))
        .containsEntry(
            "",
            Value.object(
                "name", Value.text("n"),
                "size", Value.whole(3),
                "rules",
                    Value.list(
                        Value.object(
                            "port_name", Value.text("ssh"),
                            "inner", Value.object("is_open", Value.flag(true))))))
        .containsEntry(
            "versioning",
            Value.object(
                "versioning_configuration", Value.object("status", Value.text("Enabled"))));
    assertThat(Lens.encode(KIND.shape(), ATTRIBUTES, CLOUDFORMATION).get("").get("Data"))
        .isEqualTo(
            Value.object(
                "Size", Value.whole(3),
                "Rules",
                    Value.list(
                        Value.object(
                            "PortName", Value.text("ssh"),
                            "Inner", Value.object("IsOpen", Value.flag(true))))));
  }

  @Test
  void readsBackWhatItWrote() {
    for (Dialect dialect : List.of(TERRAFORM, CLOUDFORMATION, AWS_API)) {
      assertThat(Lens.decode(KIND.shape(), Lens.encode(KIND.shape(), ATTRIBUTES, dialect), dialect))
          .as(dialect.id())
          .isEqualTo(ATTRIBUTES);
    }
  }

  @Test
  void leavesOutWhatADialectCannotSay() {
    Value.Obj attributes = Value.object("onlyInTerraform", Value.text("x"));
    assertThat(Lens.encode(KIND.shape(), attributes, CLOUDFORMATION))
        .containsOnly(Map.entry("", Value.Obj.EMPTY));
  }

  @Test
  void anUnreadDocumentTaintsOnlyWhatStandsInIt() {
    Value.Unknown denied = new Value.Unknown("ec2:DescribeX: AccessDenied");
    Value.Obj decoded =
        Lens.decode(
            KIND.shape(),
            Map.of("", Value.object("DisplayName", Value.text("n")), "version", denied),
            AWS_API);
    assertThat(decoded.get("displayName")).isEqualTo(Value.text("n"));
    assertThat(decoded.get("size")).isEqualTo(denied);
    assertThat(decoded.has("versioning")).isFalse();
  }

  @Test
  void garbageTaintsOnlyItsAttribute() {
    Value.Obj decoded =
        Lens.decode(
            KIND.shape(),
            Map.of(
                "",
                Value.object("DisplayName", Value.text("n")),
                "version",
                Value.object(
                    "Data", Value.object("Rules", Value.text("<html>"), "Size", Value.whole(1)))),
            AWS_API);
    assertThat(decoded.get("rules")).isInstanceOf(Value.Unknown.class);
    assertThat(decoded.get("size")).isEqualTo(Value.whole(1));
  }

  @Test
  void readsWholeNumbersAsDecimalsWhereTheAttributeIsOne() {
    Value.Obj decoded =
        Lens.decode(KIND.shape(), Map.of("", Value.object("price", Value.whole(2))), TERRAFORM);
    assertThat(decoded.get("price")).isEqualTo(Value.decimal(new BigDecimal("2")));
  }

  @Test
  void looksThroughTheListOfOneThatTerraformsStateWrites() {
    Value block = Value.list(Value.object("status", Value.text("Enabled")));
    Value.Obj decoded =
        Lens.decode(
            KIND.shape(),
            Map.of("versioning", Value.object("versioning_configuration", block)),
            TERRAFORM);
    assertThat(decoded.get("versioning")).isEqualTo(Value.text("Enabled"));
  }
}
