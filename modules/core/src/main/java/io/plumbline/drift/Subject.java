package io.plumbline.drift;

import io.plumbline.diagnostic.SourceLine;
import org.jspecify.annotations.Nullable;

/**
 * What a finding is about.
 *
 * @param address in the design; null for what is not in it
 * @param kind id of the kind
 * @param liveId the provider's id; null where nothing is there or none is known
 * @param source line of Java that asks for it; null for what nobody asked for
 */
public record Subject(
    String stack,
    String site,
    @Nullable String address,
    String kind,
    @Nullable String liveId,
    @Nullable SourceLine source) {}
