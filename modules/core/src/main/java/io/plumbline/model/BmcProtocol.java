package io.plumbline.model;

/** How a management controller is spoken to. */
public enum BmcProtocol {
  /** HTTPS and JSON, as the DMTF specifies it (DSP0266). */
  REDFISH,
  /** IPMI 2.0 over the network; it cannot say versions of BIOS, boot orders, or whose it is. */
  IPMI
}
