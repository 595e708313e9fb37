package io.plumbline.rule;

import io.plumbline.unit.Cidr;
import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.TreeSet;

/**
 * Blocks by which the internet, or a large part of it, is let in. Two halves of it are the whole:
 * blocks are put together first.
 */
final class WideOpen {
  /** Nobody has so many addresses: the largest blocks that were ever given away are /8. */
  private static final int WIDE = 7;

  private static final Cidr PRIVATE_V6 = Cidr.parse("fc00::/7");

  private WideOpen() {}

  /** What of {@code blocks} is so wide, put together; empty where all of them are narrow. */
  static List<Cidr> of(Collection<Cidr> blocks) {
    return together(blocks).stream()
        .filter(block -> block.prefix() <= WIDE && !PRIVATE_V6.contains(block))
        .toList();
  }

  /** As few blocks as hold the same addresses. */
  private static List<Cidr> together(Collection<Cidr> blocks) {
    Deque<Cidr> whole = new ArrayDeque<>();
    for (Cidr block : new TreeSet<>(blocks)) {
      if (whole.isEmpty() || !whole.getLast().contains(block)) {
        whole.addLast(block);
        joinHalves(whole);
      }
    }
    return List.copyOf(whole);
  }

  private static void joinHalves(Deque<Cidr> whole) {
    while (whole.size() > 1) {
      Cidr second = whole.removeLast();
      Cidr first = whole.getLast();
      boolean halves =
          first.family() == second.family()
              && first.prefix() == second.prefix()
              && first.last().add(BigInteger.ONE).equals(second.first())
              && !first.first().testBit(first.family().bits() - first.prefix());
      if (!halves) {
        whole.addLast(second);
        return;
      }
      whole.removeLast();
      whole.addLast(new Cidr(first.family(), first.first(), first.prefix() - 1));
    }
  }
}
