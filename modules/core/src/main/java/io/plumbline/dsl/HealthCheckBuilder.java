package io.plumbline.dsl;

import io.plumbline.model.DnsRecord.HealthCheck;
import io.plumbline.model.DnsRecord.HealthCheck.Protocol;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Says how the internet asks whether an answer is any good: by a path, or by connecting alone. */
public final class HealthCheckBuilder {
  private @Nullable Protocol protocol;
  private int port;
  private String path = "";
  private Duration every = Duration.ofSeconds(30);
  private int failures = 3;

  HealthCheckBuilder() {}

  /** Well while the path answers with a code of 200 to 399, encrypted. */
  public HealthCheckBuilder https(int onPort, String healthPath) {
    return ask(Protocol.HTTPS, onPort, healthPath);
  }

  /** Well while the path answers with a code of 200 to 399. */
  public HealthCheckBuilder http(int onPort, String healthPath) {
    return ask(Protocol.HTTP, onPort, healthPath);
  }

  /** Well while the port takes connections. */
  public HealthCheckBuilder tcp(int onPort) {
    return ask(Protocol.TCP, onPort, "");
  }

  private HealthCheckBuilder ask(Protocol by, int onPort, String healthPath) {
    protocol = by;
    port = onPort;
    path = healthPath;
    return this;
  }

  /** Between two requests of each place that asks: 30 seconds by default, or 10 on AWS. */
  public HealthCheckBuilder every(Duration time) {
    every = time;
    return this;
  }

  /** So many failures in a row, from 1 to 10, and it counts as unwell; by default 3. */
  public HealthCheckBuilder unwellAfter(int inARow) {
    failures = inARow;
    return this;
  }

  @Nullable HealthCheck build() {
    return protocol == null ? null : new HealthCheck(protocol, port, path, every, failures);
  }
}
