package io.plumbline.model;

import io.plumbline.kind.Dialect;
import io.plumbline.value.Value;

/**
 * A value in one dialect's own words, for what the model has no word for.
 *
 * @param part which of the component's resources: {@code "template"}; {@code ""} where it has but
 *     one
 * @param path {@code "path/to/member"} of the resource's main document, or {@code "document:path"}
 * @param because why it is needed; stands in every coverage report
 */
public record RawSetting(String part, Dialect dialect, String path, Value value, String because) {}
