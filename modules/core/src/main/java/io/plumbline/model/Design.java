package io.plumbline.model;

import java.util.List;

/** What a stack describes in one environment: components in the order in which they were asked for. */
public record Design(String stack, String environment, List<Component> components) {
  public Design {
    components = List.copyOf(components);
  }
}
