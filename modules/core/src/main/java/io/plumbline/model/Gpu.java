package io.plumbline.model;

/**
 * A model of accelerator. The form is part of the name where there are several: an H100 on a board
 * with NVLink and one in a PCIe slot are different things to a training job.
 */
public enum Gpu {
  V100_16_SXM2("V100-16-SXM2"),
  V100_32_SXM2("V100-32-SXM2"),
  T4("T4"),
  A10("A10"),
  A10G("A10G"),
  A100_40_SXM("A100-40-SXM"),
  A100_80_SXM("A100-80-SXM"),
  A100_80_PCIE("A100-80-PCIe"),
  L4("L4"),
  L40S("L40S"),
  RTX_PRO_6000("RTX-PRO-6000"),
  H100_SXM("H100-SXM"),
  H100_PCIE("H100-PCIe"),
  H100_NVL("H100-NVL"),
  H200_SXM("H200"),
  B200("B200"),
  B300("B300"),
  GB200("GB200"),
  GB300("GB300"),
  TRAINIUM1("Trainium1"),
  TRAINIUM2("Trainium2");

  private final String model;

  Gpu(String model) {
    this.model = model;
  }

  /** As its vendor and the catalogues call it. */
  public String model() {
    return model;
  }
}
