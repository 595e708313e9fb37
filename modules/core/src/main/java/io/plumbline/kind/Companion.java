package io.plumbline.kind;

import io.plumbline.value.Value;
import java.util.function.Predicate;

/**
 * What the provider makes by itself beside a thing of another kind, and that would be somebody's
 * deed beside a thing that is not ours: the entry by which nodes with a role of ours join a
 * cluster.
 *
 * @param path of the member in the main live document that names the other thing
 * @param kind of the other thing
 * @param output of it that stands there
 * @param which main live documents are meant
 */
public record Companion(String path, String kind, String output, Predicate<Value.Obj> which) {}
