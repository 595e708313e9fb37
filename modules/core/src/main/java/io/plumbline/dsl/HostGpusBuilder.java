package io.plumbline.dsl;

import io.plumbline.model.Gpu;
import io.plumbline.model.HostGpus;

/** Says how the GPUs of hosts are set. */
public final class HostGpusBuilder {
  private final int count;
  private final Gpu model;
  private boolean ecc = true;
  private boolean mig;
  private boolean persistence = true;

  HostGpusBuilder(int count, Gpu model) {
    this.count = count;
    this.model = model;
  }

  /** Memory is not checked. */
  public HostGpusBuilder withoutEcc() {
    ecc = false;
    return this;
  }

  /** They are cut into slices. */
  public HostGpusBuilder mig() {
    mig = true;
    return this;
  }

  /** The driver is unloaded while nothing uses them. */
  public HostGpusBuilder withoutPersistence() {
    persistence = false;
    return this;
  }

  HostGpus build() {
    return new HostGpus(count, model, ecc, mig, persistence);
  }
}
