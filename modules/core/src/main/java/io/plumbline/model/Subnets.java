package io.plumbline.model;

/** All subnets of one tier of a network; what a pool is placed in. */
public record Subnets(AnyNetwork network, Tier tier) {}
