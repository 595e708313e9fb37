package io.plumbline.model;

import io.plumbline.value.Value;

/**
 * A text file on hosts, whole and under Plumbline's hand.
 *
 * @param path absolute
 * @param content text, maybe with references
 * @param mode of access, in octal: {@code "0644"}; it belongs to root
 */
public record HostFile(String path, Value content, String mode) {}
