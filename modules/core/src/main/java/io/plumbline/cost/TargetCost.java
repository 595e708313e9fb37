package io.plumbline.cost;

import org.jspecify.annotations.Nullable;

/**
 * What one stack costs on one site.
 *
 * @param region of the site, whose prices may differ from the list's; empty where it is not known
 * @param before as it is deployed; null where nobody looked
 * @param after as the Java of today describes it
 */
public record TargetCost(
    String stack, String site, String region, @Nullable Cost before, Cost after) {}
