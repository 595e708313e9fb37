package io.plumbline.config;

import io.plumbline.diagnostic.SourceLine;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A difference that is known and left alone until a day.
 *
 * @param stack null for every stack
 * @param address of the resources meant; {@code *} stands for any text
 * @param attribute canonical path; null for all of the resource
 * @param until the last day on which it holds
 */
public record IgnoreRule(
    @Nullable String stack,
    String address,
    @Nullable String attribute,
    String reason,
    LocalDate until,
    SourceLine source) {}
