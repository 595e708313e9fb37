package io.plumbline.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Prometheus over machines of ours: whom it asks, and what it raises an alarm about.
 *
 * @param fleets whose machines it asks, by the exporters of their releases
 * @param server what runs it; null where somebody else's Prometheus takes the files
 * @param alertmanagers who is told of alarms: {@code "alerts.example.com:9093"}
 */
public record Monitoring(
    Identity identity,
    List<BareMetalFleet> fleets,
    @Nullable Server server,
    List<String> alertmanagers)
    implements Component {
  public Monitoring {
    fleets = List.copyOf(fleets);
    alertmanagers = List.copyOf(alertmanagers);
  }

  /**
   * Prometheus on each machine of a fleet; on more than one, each asks all.
   *
   * @param version as the package manager writes it
   */
  public record Server(BareMetalFleet fleet, String version) {}

  @Override
  public List<Component> uses() {
    return new Uses().and(fleets).and(server == null ? null : server.fleet()).list();
  }

  @Override
  public String noun() {
    return "monitoring";
  }
}
