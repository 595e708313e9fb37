package io.plumbline.model;

import org.jspecify.annotations.Nullable;

/**
 * Nodes that are set up beforehand and wait beside a pool.
 *
 * @param min so many at least
 * @param maxPrepared so many at most, those in service included; null: as many as the pool's most
 * @param running whether they wait running, and paid for as such, or stopped
 * @param reuse whether nodes that the pool gives up go back there
 */
public record WarmPool(int min, @Nullable Integer maxPrepared, boolean running, boolean reuse) {}
