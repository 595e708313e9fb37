package io.plumbline.onprem.rule;

import io.plumbline.model.Component;
import io.plumbline.model.Design;
import io.plumbline.model.Target;
import java.util.List;

/** What the rules of a data centre look at: the part of a design that lives on one of its sites. */
public record OnPremScope(Design design, Target target) {

  /** The components that live here. */
  public List<Component> components() {
    return design.on(target.site());
  }

  /** Those of one type. */
  public <C extends Component> List<C> all(Class<C> type) {
    return components().stream().filter(type::isInstance).map(type::cast).toList();
  }
}
