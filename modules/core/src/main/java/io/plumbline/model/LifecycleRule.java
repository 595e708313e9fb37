package io.plumbline.model;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of objects with age. Ages are whole days; null: never.
 *
 * @param id names the rule in its bucket
 * @param prefix of the keys that it is about; empty for all
 * @param coolAfter keeps an object so long after it was written where it is cheap to keep and dear
 *     to read
 * @param archiveAfter keeps an object so long after it was written where it is cheapest, and has to
 *     be fetched for hours before it is read
 * @param expireAfter deletes an object so long after it was written
 * @param expireNoncurrentAfter deletes an overwritten or deleted version so long after that
 * @param abortUploadsAfter drops the parts of an upload that was not finished in so long
 */
public record LifecycleRule(
    String id,
    String prefix,
    @Nullable Duration coolAfter,
    @Nullable Duration archiveAfter,
    @Nullable Duration expireAfter,
    @Nullable Duration expireNoncurrentAfter,
    @Nullable Duration abortUploadsAfter) {}
