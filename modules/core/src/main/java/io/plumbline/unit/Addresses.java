package io.plumbline.unit;

import io.plumbline.unit.Cidr.Family;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Text of IP addresses and back. The JDK's parser is not used: it asks a name server about what it
 * does not understand.
 */
final class Addresses {
  private static final int GROUPS = 8;

  private Addresses() {}

  static BigInteger parse(Family family, String text) {
    return family == Family.IPV4 ? parse4(text) : parse6(text);
  }

  static String format(Family family, BigInteger address) {
    return family == Family.IPV4 ? format4(address.longValue()) : format6(address);
  }

  private static BigInteger parse4(String text) {
    String[] octets = text.split("\\.", -1);
    long address = 0;
    for (String octet : octets) {
      if (octets.length != 4
          || !octet.matches("0|[1-9][0-9]{0,2}")
          || Integer.parseInt(octet) > 255) {
        throw new IllegalArgumentException(
            "\""
                + text
                + "\" is no IPv4 address: four numbers from 0 to 255 with dots between them");
      }
      address = address << 8 | Integer.parseInt(octet);
    }
    return BigInteger.valueOf(address);
  }

  private static BigInteger parse6(String text) {
    int gap = text.indexOf("::");
    List<Integer> head = groups(gap < 0 ? text : text.substring(0, gap), text);
    List<Integer> tail = gap < 0 ? List.of() : groups(text.substring(gap + 2), text);
    int missing = GROUPS - head.size() - tail.size();
    if (gap < 0 ? missing != 0 : missing < 1) {
      throw notIpv6(text);
    }
    BigInteger address = append(BigInteger.ZERO, head);
    return append(address.shiftLeft(16 * missing), tail);
  }

  private static BigInteger append(BigInteger address, List<Integer> groups) {
    BigInteger result = address;
    for (int group : groups) {
      result = result.shiftLeft(16).or(BigInteger.valueOf(group));
    }
    return result;
  }

  private static List<Integer> groups(String part, String whole) {
    List<Integer> groups = new ArrayList<>();
    if (!part.isEmpty()) {
      for (String group : part.split(":", -1)) {
        if (!group.matches("[0-9a-fA-F]{1,4}")) {
          throw notIpv6(whole);
        }
        groups.add(Integer.parseInt(group, 16));
      }
    }
    return groups;
  }

  private static IllegalArgumentException notIpv6(String text) {
    return new IllegalArgumentException(
        "\""
            + text
            + "\" is no IPv6 address: eight groups of hexadecimal digits, one run of zeros as ::");
  }

  private static String format4(long address) {
    return (address >> 24)
        + "."
        + (address >> 16 & 255)
        + "."
        + (address >> 8 & 255)
        + "."
        + (address & 255);
  }

  /**
   * The longest run of two or more zero groups becomes {@code ::}; the first of them where several
   * are as long.
   */
  private static String format6(BigInteger address) {
    int[] groups = new int[GROUPS];
    for (int i = 0; i < GROUPS; i++) {
      groups[i] = address.shiftRight(16 * (GROUPS - 1 - i)).intValue() & 0xffff;
    }
    int start = -1;
    int length = 1;
    for (int i = 0; i < GROUPS; i++) {
      int run = zeros(groups, i);
      if (run > length) {
        start = i;
        length = run;
      }
    }
    return start < 0
        ? join(groups, 0, GROUPS)
        : join(groups, 0, start) + "::" + join(groups, start + length, GROUPS);
  }

  private static int zeros(int[] groups, int from) {
    int end = from;
    while (end < GROUPS && groups[end] == 0) {
      end++;
    }
    return end - from;
  }

  private static String join(int[] groups, int from, int to) {
    StringBuilder out = new StringBuilder();
    for (int i = from; i < to; i++) {
      out.append(i == from ? "" : ":").append(String.format(Locale.ROOT, "%x", groups[i]));
    }
    return out.toString();
  }
}
