package io.plumbline.spi;

import io.plumbline.diagnostic.SourceLine;
import org.jspecify.annotations.Nullable;

/**
 * Nodes that were asked for and did not come. The deploy itself has succeeded: the provider goes on
 * trying by itself.
 *
 * @param address of the group that lacks them
 * @param wanted how many nodes it is to have
 * @param got how many it has
 * @param message the provider's own word for why
 * @param source the line in the user's Java that asks for them
 */
public record Shortage(
    String address, long wanted, long got, String message, @Nullable SourceLine source) {}
