package io.plumbline.model;

import io.plumbline.unit.Cidr;

/** One subnet of a network of ours. */
public record Subnet(Tier tier, String zone, Cidr cidr) {}
