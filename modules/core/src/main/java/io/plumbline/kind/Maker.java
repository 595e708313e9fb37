package io.plumbline.kind;

import java.util.List;

/**
 * What makes the things of a kind that no design asks for one by one: the nodes of a scaling group.
 * They are read, and held against what their maker says.
 *
 * @param path to the member of the main live document, read as an attribute, that names the maker
 * @param kind of the maker
 * @param output of the maker that stands there
 */
public record Maker(String path, String kind, String output, List<Agreement> agreements) {
  public Maker {
    agreements = List.copyOf(agreements);
  }

  /**
   * A value of what was made that must be one of those that the maker says.
   *
   * @param name of the finding's attribute, as if it were one of the maker's
   * @param path of the attribute in what was made
   * @param trails paths of attributes of the maker; {@code >} goes on in the resource that the
   *     attribute before it refers to, and every item of a list counts
   */
  public record Agreement(String name, String path, List<String> trails) {
    public Agreement {
      trails = List.copyOf(trails);
    }
  }
}
