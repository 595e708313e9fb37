package io.plumbline.dsl;

import io.plumbline.model.BareMetalFleet;
import io.plumbline.model.Monitoring;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says which machines Prometheus watches, and where it runs. */
public final class MonitoringBuilder extends ComponentBuilder<Monitoring, MonitoringBuilder> {
  private final List<BareMetalFleet> fleets = new ArrayList<>();
  private final List<String> alertmanagers = new ArrayList<>();
  private Monitoring.@Nullable Server server;

  MonitoringBuilder(Order order) {
    super("monitoring", order);
  }

  /** Whose machines are watched, by the exporters of their releases. Called again, it adds. */
  public MonitoringBuilder of(BareMetalFleet... watched) {
    fleets.addAll(List.of(watched));
    return this;
  }

  /**
   * Prometheus runs on each machine of this fleet. Left out, its files are among the artefacts, for
   * a Prometheus that somebody else sets up.
   *
   * @param version as the package manager writes it
   */
  public MonitoringBuilder runsOn(BareMetalFleet fleet, String version) {
    server = new Monitoring.Server(fleet, version);
    return this;
  }

  /** Who is told of alarms: {@code "alerts.example.com:9093"}. Called again, it adds. */
  public MonitoringBuilder alertmanager(String... addresses) {
    alertmanagers.addAll(List.of(addresses));
    return this;
  }

  @Override
  MonitoringBuilder self() {
    return this;
  }

  @Override
  Monitoring build() {
    if (fleets.isEmpty()) {
      report(Incomplete.RULE, "it watches nothing; say of(fleet)");
    }
    return new Monitoring(identity(), fleets, server, alertmanagers);
  }
}
