package io.plumbline.testkit;

import io.plumbline.kind.Attribute;
import io.plumbline.kind.Dialect;
import io.plumbline.kind.Lens;
import io.plumbline.kind.ResourceKind;
import io.plumbline.kind.Spelling;
import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import io.plumbline.value.Value.Sequence;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The places where documents hold something: {@code a/b}, or {@code document:a/b}; lists are looked
 * through.
 */
public final class Paths {
  private Paths() {}

  /** Every place in which a kind ever writes in a dialect. */
  public static Set<String> writtenBy(ResourceKind kind, Dialect dialect) {
    Set<String> paths = new TreeSet<>();
    Samples.covering(kind.shape()).stream()
        .map(sample -> Lens.encode(kind.shape(), sample, dialect))
        .forEach(documents -> paths.addAll(of(documents)));
    for (Attribute attribute : kind.shape().attributes()) {
      if (attribute.spelling(dialect) instanceof Spelling.Zipped zipped) {
        paths.add(zipped.file());
        paths.add(zipped.digest());
      }
    }
    return paths;
  }

  /** Every place of these documents, inner ones and those that they stand in. */
  public static Set<String> of(Map<String, Obj> documents) {
    Set<String> paths = new TreeSet<>();
    documents.forEach(
        (name, document) -> collect(name.isEmpty() ? "" : name + ":", document, paths));
    return paths;
  }

  private static void collect(String prefix, Value value, Set<String> paths) {
    switch (value) {
      case Obj object ->
          object
              .members()
              .forEach(
                  (name, member) -> {
                    paths.add(prefix + name);
                    collect(prefix + name + "/", member, paths);
                  });
      case Sequence sequence -> sequence.items().forEach(item -> collect(prefix, item, paths));
      default -> {}
    }
  }
}
