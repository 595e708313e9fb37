package io.plumbline.config;

import io.plumbline.diagnostic.SourceLine;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A breach of a rule that somebody answers for until a day.
 *
 * @param rule its code
 * @param stack null for every stack
 * @param address of what may break it; {@code *} stands for any text
 */
public record Waiver(
    String rule,
    @Nullable String stack,
    String address,
    String owner,
    String reason,
    LocalDate until,
    SourceLine source) {}
