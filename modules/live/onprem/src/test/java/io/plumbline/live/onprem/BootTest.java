package io.plumbline.live.onprem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.value.JsonReader;
import io.plumbline.value.JsonWriter;
import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From what a machine starts, in neutral words, as either protocol says it. */
class BootTest {
  /** Data as ipmitool repeats them (IPMI 2.0, table 28-14). */
  @ParameterizedTest
  @CsvSource({
    "0000000000, none",
    "0004000000, none",
    "8000000000, none",
    "8004000000, 'network, once'",
    "a008000000, 'disk, once'",
    "e008000000, disk",
    "c014000000, cd",
    "c03c000000, selector 15"
  })
  void isReadFromTheFlagsOfIpmi(String data, String override) throws Exception {
    assertThat(
            IpmiReader.override(
                "Boot parameter version: 1\nBoot parameter 5 is valid/unlocked\n"
                    + "Boot parameter data: "
                    + data
                    + "\n Boot Flags :\n"))
        .isEqualTo(override);
  }

  @Test
  void isNotGuessed() {
    assertThatThrownBy(() -> IpmiReader.override("Boot parameter version: 1\n"))
        .isInstanceOf(UnheardException.class)
        .hasMessageStartingWith("NotUnderstood: ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"Alias": "Hdd"}                                          | disk
          {"Alias": "UefiHttp"}                                     | http
          {"UefiDevicePath": "PciRoot(0x0)/Pci(0x1,0x0)/NVMe(0x1)"} | disk
          {"UefiDevicePath": "MAC(3CEC,0x1)/IPv4(0.0.0.0)/Uri()"}   | http
          {"UefiDevicePath": "MAC(3CEC,0x1)/IPv6(::)"}              | network
          {"UefiDevicePath": "Pci(0x14,0x0)/USB(0x1,0x0)"}          | usb
          {"Alias": null, "UefiDevicePath": "VenMsg(1)"}            |
          {}                                                        |
          """)
  void isReadFromAnOption(String option, String target) throws Exception {
    Obj boot = (Obj) JsonReader.read("{\"BootOrder\": [\"B1\"]}");
    Value order = RedfishBoot.order(boot, Map.of("B1", (Obj) JsonReader.read(option)));
    Value first = ((Obj) order).get("first");
    if (target == null) {
      assertThat(first).isInstanceOf(Value.Unknown.class);
    } else {
      assertThat(first).isEqualTo(Value.text(target));
    }
  }

  @Test
  void knowsNoPlaceAfterAnOptionThatItDoesNotKnow() throws Exception {
    Obj boot = (Obj) JsonReader.read("{\"BootOrder\": [\"B1\", \"B2\", \"B1\"]}");
    Obj order = (Obj) RedfishBoot.order(boot, Map.of("B1", disk()));
    assertThat(order.get("first")).isEqualTo(Value.text("disk"));
    assertThat(order.get("second")).isInstanceOf(Value.Unknown.class);
    assertThat(order.get("fourth")).isInstanceOf(Value.Unknown.class);
  }

  @Test
  void takesAliasesWhereTheControllerOrdersByThem() throws Exception {
    Obj boot =
        (Obj)
            JsonReader.read(
                "{\"BootOrderPropertySelection\": \"AliasBootOrder\", \"BootOrder\": [\"B1\"],"
                    + " \"AliasBootOrder\": [\"Pxe\", \"Pxe\", \"Hdd\"]}");
    assertThat(JsonWriter.pretty(RedfishBoot.order(boot, Map.of())))
        .isEqualTo("{\n  \"first\": \"network\",\n  \"second\": \"disk\"\n}");
  }

  @Test
  void isUnknownWhereNothingIsSaid() {
    assertThat(RedfishBoot.order(Obj.EMPTY, Map.of())).isInstanceOf(Value.Unknown.class);
    assertThat(RedfishBoot.override(Obj.EMPTY)).isInstanceOf(Value.Unknown.class);
  }

  private static Obj disk() throws JsonReader.SyntaxException {
    return (Obj) JsonReader.read("{\"Alias\": \"Hdd\"}");
  }
}
