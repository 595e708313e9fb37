package io.plumbline.config;

import io.plumbline.diagnostic.SourceLine;

/**
 * How much of what is read may stay undetermined before a check counts as incomplete.
 *
 * @param kind id of the resource kind meant; {@code *} stands for any text
 */
public record Tolerance(String kind, Percent undetermined, String reason, SourceLine source) {}
