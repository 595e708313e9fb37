package io.plumbline.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CidrTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "10.0.0.0",
        "10.0.0/8",
        "10.0.0.0.0/8",
        "256.0.0.0/8",
        "010.0.0.0/8",
        "10.0.0.0/33",
        "10.0.0.0/-1",
        "10.0.0.0/08",
        "a.b.c.d/8",
        "10.0.0.1/8",
        "::1/64",
        "1::2::3/64",
        "12345::/16",
        "1:2:3/48",
        "::/129",
        "/8",
        "1:2:3:4:5:6:7:8::/64"
      })
  void refusesWhatIsNoBlock(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> Cidr.parse(text));
  }

  @ParameterizedTest
  @CsvSource({
    "10.20.0.0/16, 10.20.0.0/16",
    "0.0.0.0/0, 0.0.0.0/0",
    "255.255.255.255/32, 255.255.255.255/32",
    "2001:DB8:0:0:0:0:0:0/32, 2001:db8::/32",
    "::/0, ::/0",
    "1:0:0:2:0:0:0:3/128, 1:0:0:2::3/128",
    "1:0:2:0:3:0:4:5/128, 1:0:2:0:3:0:4:5/128",
    "::1/128, ::1/128"
  })
  void printsTheCanonicalText(String text, String canonical) {
    assertThat(Cidr.parse(text)).hasToString(canonical);
  }

  @Test
  void knowsWhatItContainsAndOverlaps() {
    Cidr network = Cidr.parse("10.20.0.0/16");

    assertThat(network.contains(Cidr.parse("10.20.255.0/24"))).isTrue();
    assertThat(network.contains(Cidr.parse("10.21.0.0/24"))).isFalse();
    assertThat(network.contains(Cidr.parse("10.0.0.0/8"))).isFalse();
    assertThat(network.overlaps(Cidr.parse("10.0.0.0/8"))).isTrue();
    assertThat(network.overlaps(Cidr.ANYWHERE_V6)).isFalse();
  }

  @Property
  void readsBackWhatItPrints(
      @ForAll boolean six,
      @ForAll long high,
      @ForAll long low,
      @ForAll @IntRange(max = 128) int length) {
    Cidr.Family family = six ? Cidr.Family.IPV6 : Cidr.Family.IPV4;
    int prefix = Math.min(length, family.bits());
    BigInteger address =
        BigInteger.valueOf(high).shiftLeft(64).or(new BigInteger(Long.toUnsignedString(low)));
    int host = family.bits() - prefix;
    BigInteger first =
        address.mod(BigInteger.ONE.shiftLeft(family.bits())).shiftRight(host).shiftLeft(host);
    Cidr block = new Cidr(family, first, prefix);

    assertThat(Cidr.parse(block.toString())).isEqualTo(block);
  }
}
