package io.plumbline.cloudformation;

/**
 * How much goes into one template. What AWS takes is one thing; a stack that is filled up to that
 * has no room for a component in it to grow, so stacks are filled less.
 *
 * @param whole what a design may be at most to stay one template; some room is left for the nested
 *     stacks that root needs once it has grown out of that
 * @param filled up to what new components are put into a stack
 * @param most what a stack may become as the components in it grow
 */
public record Bounds(Load whole, Load filled, Load most) {

  /** What AWS takes: it does not raise these quotas. */
  static final Load TAKEN = new Load(500, 1_000_000);

  /** Parameters of a template, and outputs of one. */
  static final int CROSSINGS = 200;

  /** Parameters or outputs from which on a stack takes no further components. */
  static final int CROSSINGS_FILLED = 150;

  public static final Bounds STANDARD =
      new Bounds(new Load(480, 900_000), new Load(400, 800_000), new Load(480, 900_000));

  /** The standard with fewer resources in a template: to see with few what happens with many. */
  public static Bounds resources(int filled, int most) {
    return new Bounds(
        STANDARD.whole().with(most), STANDARD.filled().with(filled), STANDARD.most().with(most));
  }

  /** Resources, and the bytes that they are in a template. */
  public record Load(int resources, long bytes) {
    static final Load NONE = new Load(0, 0);

    Load plus(Load other) {
      return new Load(resources + other.resources, bytes + other.bytes);
    }

    boolean isWithin(Load bound) {
      return resources <= bound.resources && bytes <= bound.bytes;
    }

    private Load with(int count) {
      return new Load(count, bytes);
    }
  }
}
