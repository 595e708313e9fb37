package io.plumbline.arm;

/**
 * How much goes into one template. Azure takes 800 resources, 256 parameters and 4 MB, of one
 * resource 1 MB, and a nested deployment is one; a template spec takes 2 MB. It raises none of
 * these; some room is left for what a template says beside its resources. Source: Microsoft Learn,
 * "Resolve errors for job size exceeded" and "Template specs known issues", read 2026-11.
 *
 * @param resources of one template
 * @param bytes of one template as it is sent: of a nested deployment
 * @param request bytes of all that is sent at once: a root with what is nested in it
 * @param parameters of one template
 */
public record Bounds(int resources, int bytes, int request, int parameters) {
  public static final Bounds STANDARD = new Bounds(700, 850_000, 3_500_000, 200);

  /** The standard with fewer resources: to see with few what happens with many. */
  public Bounds withResources(int count) {
    return new Bounds(count, bytes, request, parameters);
  }

  /** The same with less sent at once. */
  public Bounds withRequest(int count) {
    return new Bounds(resources, bytes, count, parameters);
  }

  /** The same with fewer parameters. */
  public Bounds withParameters(int count) {
    return new Bounds(resources, bytes, request, count);
  }
}
