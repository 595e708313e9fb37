package io.plumbline.synth;

import io.plumbline.diagnostic.Diagnostic;
import io.plumbline.graph.Documents;
import io.plumbline.graph.Raw;
import io.plumbline.graph.Resource;
import io.plumbline.kind.Dialect;
import io.plumbline.rule.Problems;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A raw setting's path leads through what is no object, or to a document that the dialect does not
 * have. Stands here, and not with the other rules, since only what is lowered has documents.
 */
final class RawWithoutPlace {
  private RawWithoutPlace() {}

  static void check(Resource resource, Problems problems) {
    Set<Dialect> dialects = new LinkedHashSet<>();
    resource.raw().stream().map(Raw::dialect).forEach(dialects::add);
    dialects.removeIf(dialect -> resource.kind().documents(dialect).isEmpty());
    for (Dialect dialect : dialects) {
      try {
        Documents.of(resource, dialect);
      } catch (IllegalArgumentException e) {
        problems.addAll(List.of(problem(resource, String.valueOf(e.getMessage()))));
      }
    }
  }

  private static Diagnostic problem(Resource resource, String detail) {
    return new Diagnostic(
        "PLB-RAW-004",
        Diagnostic.Severity.ERROR,
        "raw setting has no place",
        detail,
        resource.source(),
        "give the path as the dialect spells it: path/to/member, or document:path");
  }
}
