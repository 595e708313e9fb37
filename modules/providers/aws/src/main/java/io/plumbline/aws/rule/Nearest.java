package io.plumbline.aws.rule;

import io.plumbline.aws.catalogue.Catalogue;
import io.plumbline.aws.catalogue.InstanceType;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a person may have meant by a name that the catalogue does not have: types of the same
 * family, or else all families.
 */
final class Nearest {
  private Nearest() {}

  static String to(String type, Catalogue catalogue) {
    String family = family(type);
    List<String> same = names(catalogue).filter(name -> family(name).equals(family)).toList();
    return same.isEmpty()
        ? "families with accelerators are "
            + list(names(catalogue).map(Nearest::family).distinct().toList())
        : "of " + family + " there are " + list(same);
  }

  private static Stream<String> names(Catalogue catalogue) {
    return catalogue.types().stream().map(InstanceType::name);
  }

  private static String family(String type) {
    int dot = type.indexOf('.');
    return dot < 0 ? type : type.substring(0, dot);
  }

  private static String list(List<String> names) {
    return String.join(", ", names);
  }
}
