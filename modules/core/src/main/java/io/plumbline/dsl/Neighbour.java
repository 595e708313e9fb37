package io.plumbline.dsl;

/**
 * A stack of the environment that is described, to which others may refer.
 *
 * @param parameters its own, as the environment file gives them
 */
public record Neighbour(Stack<?> stack, Record parameters) {}
