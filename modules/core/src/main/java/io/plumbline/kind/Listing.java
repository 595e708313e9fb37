package io.plumbline.kind;

import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Where a dialect says things that it has no resource for: in a list of what they are within.
 *
 * @param list the attribute of the other kind
 * @param item the one attribute that is an item of the list; null where an item says all of them
 * @param unsaid attributes that no item says, whose it is among them
 */
public record Listing(String list, @Nullable String item, Set<String> unsaid) {
  public Listing {
    unsaid = Set.copyOf(unsaid);
  }

  /** Each item says all attributes but these. */
  public static Listing of(String list, String... unsaid) {
    return new Listing(list, null, new TreeSet<>(Set.of(unsaid)));
  }

  /** Each item is one attribute, and all others but these follow from it. */
  public static Listing ofValues(String list, String item, String... unsaid) {
    return new Listing(list, item, new TreeSet<>(Set.of(unsaid)));
  }
}
