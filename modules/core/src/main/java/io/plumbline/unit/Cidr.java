package io.plumbline.unit;

import java.math.BigInteger;

/**
 * A block of IP addresses, such as {@code 10.20.0.0/16} or {@code 2001:db8::/32}. A block has no
 * host bits set: {@code 10.20.0.1/16} is an address with a mask, not a block, and is refused.
 *
 * @param family IPv4 or IPv6
 * @param first its lowest address as a number
 * @param prefix length of the prefix in bits
 */
public record Cidr(Family family, BigInteger first, int prefix) implements Comparable<Cidr> {

  /** The two families of addresses, which never contain each other. */
  public enum Family {
    IPV4(32),
    IPV6(128);

    private final int bits;

    Family(int bits) {
      this.bits = bits;
    }

    /** Length of an address in bits. */
    public int bits() {
      return bits;
    }
  }

  /** All of IPv4. */
  public static final Cidr ANYWHERE = new Cidr(Family.IPV4, BigInteger.ZERO, 0);

  /** All of IPv6. */
  public static final Cidr ANYWHERE_V6 = new Cidr(Family.IPV6, BigInteger.ZERO, 0);

  /**
   * A block.
   *
   * @throws IllegalArgumentException if the prefix does not fit the family, or host bits are set
   */
  public Cidr {
    if (prefix < 0 || prefix > family.bits) {
      throw new IllegalArgumentException(
          "the prefix is /" + prefix + ", and must be from /0 to /" + family.bits);
    }
    int hostBits = family.bits - prefix;
    if (first.signum() < 0 || first.bitLength() > family.bits) {
      throw new IllegalArgumentException("the address does not fit in " + family.bits + " bits");
    }
    if (first.signum() != 0 && first.getLowestSetBit() < hostBits) {
      String block = Addresses.format(family, clearHostBits(first, hostBits)) + "/" + prefix;
      throw new IllegalArgumentException(
          "host bits are set; the block that holds this address is " + block);
    }
  }

  /**
   * Reads {@code address/prefix}.
   *
   * @throws IllegalArgumentException if it is no block, with a message that says why
   */
  public static Cidr parse(String text) {
    int slash = text.indexOf('/');
    if (slash < 0) {
      throw new IllegalArgumentException("a block is written ADDRESS/PREFIX, such as 10.20.0.0/16");
    }
    String address = text.substring(0, slash);
    Family family = address.indexOf(':') >= 0 ? Family.IPV6 : Family.IPV4;
    return new Cidr(
        family, Addresses.parse(family, address), parsePrefix(text.substring(slash + 1)));
  }

  private static int parsePrefix(String text) {
    if (!text.matches("0|[1-9][0-9]{0,2}")) {
      throw new IllegalArgumentException("the prefix is \"" + text + "\", and must be a number");
    }
    return Integer.parseInt(text);
  }

  private static BigInteger clearHostBits(BigInteger address, int hostBits) {
    return address.shiftRight(hostBits).shiftLeft(hostBits);
  }

  /** How many addresses it holds. */
  public BigInteger size() {
    return BigInteger.ONE.shiftLeft(family.bits - prefix);
  }

  /** Its highest address as a number. */
  public BigInteger last() {
    return first.add(size()).subtract(BigInteger.ONE);
  }

  /** Whether every address of {@code other} is one of this block's. */
  public boolean contains(Cidr other) {
    return family == other.family
        && first.compareTo(other.first) <= 0
        && last().compareTo(other.last()) >= 0;
  }

  /** Whether any address is in both. */
  public boolean overlaps(Cidr other) {
    return contains(other) || other.contains(this);
  }

  /** Whether it holds every address of its family. */
  public boolean isAnywhere() {
    return prefix == 0;
  }

  /** Blocks are ordered by family, then by address, wider ones first. */
  @Override
  public int compareTo(Cidr other) {
    int byFamily = family.compareTo(other.family);
    int byAddress = byFamily != 0 ? byFamily : first.compareTo(other.first);
    return byAddress != 0 ? byAddress : Integer.compare(prefix, other.prefix);
  }

  /** Its canonical text; IPv6 as RFC 5952 has it. */
  @Override
  public String toString() {
    return Addresses.format(family, first) + "/" + prefix;
  }
}
