package io.plumbline.drift;

/**
 * Why some things of a kind may not have been seen.
 *
 * @param list whether it is the list of the kind itself that is not whole: then nobody can say what
 *     share of it was not seen. Else what was asked for by its own key was not answered.
 */
public record Blindness(String reason, boolean list) {}
