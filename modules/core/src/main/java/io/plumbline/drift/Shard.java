package io.plumbline.drift;

import io.plumbline.files.Digest;
import io.plumbline.model.Target;
import java.math.BigInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One of several parts of a check, which run beside each other and know nothing of each other. Into
 * which part a target falls follows from its own name alone, so that each target is in one part
 * even where a deploy adds a stack while the parts run; dealing targets out by size would need all
 * parts to have seen the same list.
 *
 * @param index counted from 1
 * @param of how many there are
 */
public record Shard(int index, int of) {
  private static final Pattern FORM = Pattern.compile("([1-9][0-9]{0,3})/([1-9][0-9]{0,3})");

  public Shard {
    if (index < 1 || index > of) {
      throw new IllegalArgumentException(
          "got " + index + "/" + of + "; expected I/N, from 1/N to N/N");
    }
  }

  /**
   * Reads {@code "2/3"}.
   *
   * @throws IllegalArgumentException if it is nothing of the kind
   */
  public static Shard parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      throw new IllegalArgumentException("got " + text + "; expected I/N, from 1/N to N/N");
    }
    return new Shard(Integer.parseInt(form.group(1)), Integer.parseInt(form.group(2)));
  }

  /** Whether a target falls into this part. */
  public boolean has(Target target) {
    return has(target.environment(), TargetName.of(target));
  }

  boolean has(String environment, TargetName name) {
    String path = environment + "/" + name.stack() + "/" + name.site();
    BigInteger hash = new BigInteger(Digest.of(path), 16);
    return hash.mod(BigInteger.valueOf(of)).intValueExact() == index - 1;
  }

  @Override
  public String toString() {
    return index + "/" + of;
  }
}
