package io.plumbline.config;

import io.plumbline.kind.Attribute;
import io.plumbline.kind.ResourceKind;
import io.plumbline.kind.Shape;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The way from a kind to one of its attributes: {@code "defaultActions/0/order"}. */
final class AttributePath {
  private AttributePath() {}

  /**
   * What a path leads to.
   *
   * @param attribute null where it leads nowhere
   * @param allowed names where it went wrong
   */
  record Found(@Nullable Attribute attribute, List<String> allowed) {}

  static Found find(ResourceKind kind, String path) {
    Shape at = kind.shape();
    Attribute found = null;
    for (String step : path.split("/", -1)) {
      if (at instanceof Shape.ListOf list && step.matches("[0-9]{1,6}")) {
        at = list.item();
        found = null;
        continue;
      }
      List<Attribute> attributes =
          at instanceof Shape.Struct struct ? struct.attributes() : List.of();
      found = attributes.stream().filter(each -> each.name().equals(step)).findFirst().orElse(null);
      if (found == null) {
        return new Found(null, attributes.stream().map(Attribute::name).toList());
      }
      at = found.shape();
    }
    return new Found(found, List.of());
  }
}
