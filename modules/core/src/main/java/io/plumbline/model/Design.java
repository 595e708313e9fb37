package io.plumbline.model;

import io.plumbline.diagnostic.Diagnostic;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a stack describes in one environment.
 *
 * @param components in the order in which they were asked for; ids may repeat where {@code
 *     problems} or a rule says so
 * @param problems what was wrong already while it was described
 * @param others what other stacks describe to which this one refers; ids of their components begin
 *     with the stack's name and {@link #FOREIGN}
 */
public record Design(
    String stack,
    String environment,
    List<Component> components,
    List<Diagnostic> problems,
    List<Design> others) {
  /** Between the name of another stack and the id of its component. */
  public static final char FOREIGN = ':';

  public Design {
    components = List.copyOf(components);
    problems = List.copyOf(problems);
    others = List.copyOf(others);
  }

  /** One that refers to no other stack. */
  public Design(
      String stack, String environment, List<Component> components, List<Diagnostic> problems) {
    this(stack, environment, components, problems, List.of());
  }

  /** Those that live on {@code site}. */
  public List<Component> on(Site site) {
    return components.stream().filter(c -> c.site().name().equals(site.name())).toList();
  }

  /** Those of one type. */
  public <C extends Component> List<C> all(Class<C> type) {
    return components.stream().filter(type::isInstance).map(type::cast).toList();
  }

  /** The first component with this id; null where there is none. */
  public @Nullable Component find(String id) {
    return components.stream().filter(c -> c.id().equals(id)).findFirst().orElse(null);
  }
}
