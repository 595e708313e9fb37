package io.plumbline.onprem.lower;

import io.plumbline.model.Gpu;

/**
 * What NVIDIA's driver calls a GPU in {@code nvidia-smi --query-gpu=name}. Source: README of
 * NVIDIA's open-gpu-kernel-modules, "Compatible GPUs" (release 580, 2026-11-26).
 */
public final class GpuNames {
  private GpuNames() {}

  /**
   * The name.
   *
   * @throws IllegalArgumentException for what NVIDIA does not make
   */
  public static String of(Gpu gpu) {
    return switch (gpu) {
      case V100_16_SXM2 -> "Tesla V100-SXM2-16GB";
      case V100_32_SXM2 -> "Tesla V100-SXM2-32GB";
      case T4 -> "Tesla T4";
      case A10 -> "NVIDIA A10";
      case A10G -> "NVIDIA A10G";
      case A100_40_SXM -> "NVIDIA A100-SXM4-40GB";
      case A100_80_SXM -> "NVIDIA A100-SXM4-80GB";
      case A100_80_PCIE -> "NVIDIA A100 80GB PCIe";
      case L4 -> "NVIDIA L4";
      case L40S -> "NVIDIA L40S";
      case RTX_PRO_6000 -> "NVIDIA RTX PRO 6000 Blackwell Server Edition";
      case H100_SXM -> "NVIDIA H100 80GB HBM3";
      case H100_PCIE -> "NVIDIA H100 PCIe";
      case H100_NVL -> "NVIDIA H100 NVL";
      case H200_SXM -> "NVIDIA H200";
      case B200 -> "NVIDIA B200";
      case B300 -> "NVIDIA B300 SXM6 AC";
      case GB200 -> "NVIDIA GB200";
      case GB300 -> "NVIDIA GB300";
      case TRAINIUM1, TRAINIUM2 ->
          throw new IllegalArgumentException("NVIDIA does not make " + gpu.model());
    };
  }
}
