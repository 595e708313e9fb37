package io.plumbline.dsl;

import io.plumbline.model.ExistingZone;
import org.jspecify.annotations.Nullable;

/** Says which zone of a domain is meant, where its name does not. */
public final class ExistingZoneBuilder extends ComponentBuilder<ExistingZone, ExistingZoneBuilder> {
  private final String domain;
  private @Nullable String called;
  private boolean internal;

  ExistingZoneBuilder(Order order, String domain) {
    super("existing zone", order);
    this.domain = domain;
  }

  /** The one with this id of the provider's, where there are several of the domain. */
  public ExistingZoneBuilder withId(String id) {
    called = id;
    return this;
  }

  /** The one that answers inside of networks alone; by default the one that the world asks. */
  public ExistingZoneBuilder internal() {
    internal = true;
    return this;
  }

  @Override
  ExistingZoneBuilder self() {
    return this;
  }

  @Override
  ExistingZone build() {
    return new ExistingZone(identity(), domain, called, internal);
  }
}
