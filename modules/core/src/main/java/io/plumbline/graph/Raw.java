package io.plumbline.graph;

import io.plumbline.kind.Dialect;
import io.plumbline.value.Value;

/**
 * A value that no attribute covers yet, set in one dialect's own words. In an artefact dialect it
 * is written there; in an API dialect it is compared with what stands there.
 *
 * @param path {@code "path/to/member"} of the main document, or {@code "document:path"}
 * @param because why it is needed; shown in coverage
 */
public record Raw(Dialect dialect, String path, Value value, String because) {}
