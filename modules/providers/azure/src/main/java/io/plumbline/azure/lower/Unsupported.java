package io.plumbline.azure.lower;

/**
 * What Azure does not have, or is not said here yet.
 *
 * @param why in a half sentence that begins with what was got
 * @param instead what to use in its place
 */
public record Unsupported(String why, String instead) {}
