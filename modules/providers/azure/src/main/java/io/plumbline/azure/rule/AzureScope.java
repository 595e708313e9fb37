package io.plumbline.azure.rule;

import io.plumbline.azure.catalogue.Catalogue;
import io.plumbline.model.Component;
import io.plumbline.model.Design;
import io.plumbline.model.Target;
import java.util.List;

/** What the rules of Azure look at: the part of a design that lives on one of its sites. */
public record AzureScope(Design design, Target target, Catalogue catalogue) {

  /** The components that live here. */
  public List<Component> components() {
    return design.on(target.site());
  }

  /** Those of one type. */
  public <C extends Component> List<C> all(Class<C> type) {
    return components().stream().filter(type::isInstance).map(type::cast).toList();
  }
}
