package io.plumbline.cloudformation;

import io.plumbline.diagnostic.Diagnostic;
import io.plumbline.diagnostic.Diagnostic.Severity;
import io.plumbline.diagnostic.InvalidInputException;
import io.plumbline.graph.Documents;
import io.plumbline.graph.Resource;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.kind.Dialect;
import io.plumbline.model.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How large one template may be. AWS does not raise these quotas, so what exceeds them is told
 * before anything is asked of it.
 */
final class Limits {
  static final int BYTES_IN_REQUEST = 51_200;

  /** AWS writes "1 MB", and refuses from a million bytes on. */
  private static final int BYTES_IN_BUCKET = 1_000_000;

  private static final int RESOURCES = 500;
  private static final String SMALLER =
      "split the stack, or provision this site by terraform, which has no such limit";

  private final Target target;
  private final List<Diagnostic> problems = new ArrayList<>();

  private Limits(Target target) {
    this.target = target;
  }

  /**
   * Passes if CloudFormation takes the template of a legal graph.
   *
   * @param bytes how long the template is
   * @throws InvalidInputException if not
   */
  static void check(ResourceGraph graph, int bytes, Target target) {
    Limits limits = new Limits(target);
    limits.checkResources(graph);
    limits.checkLength(bytes);
    if (!limits.problems.isEmpty()) {
      throw new InvalidInputException(limits.problems);
    }
  }

  private void checkResources(ResourceGraph graph) {
    int count =
        graph.resources().stream()
            .filter(Resource::isOurs)
            .mapToInt(resource -> Documents.of(resource, Dialect.CLOUDFORMATION).size())
            .sum();
    if (count > RESOURCES) {
      problem(
          "PLB-CFN-005",
          "The template has too many resources",
          count + " resources",
          RESOURCES + " in one template",
          SMALLER);
    }
  }

  private void checkLength(int bytes) {
    if (bytes > BYTES_IN_BUCKET) {
      problem(
          "PLB-CFN-006",
          "The template is too long",
          number(bytes) + " bytes",
          number(BYTES_IN_BUCKET) + " bytes in one template",
          SMALLER);
    } else if (bytes > BYTES_IN_REQUEST && target.site().setting(TemplateFile.BUCKET) == null) {
      problem(
          "PLB-CFN-007",
          "The template is too long for a request",
          number(bytes) + " bytes",
          number(BYTES_IN_REQUEST) + " bytes without a bucket to hand it over in",
          "name one at site " + target.site().name() + ": artefacts: {bucket: NAME}");
    }
  }

  private static String number(int bytes) {
    return String.format(Locale.ROOT, "%,d", bytes);
  }

  private void problem(String code, String summary, String got, String allowed, String fix) {
    problems.add(
        new Diagnostic(
            code,
            Severity.ERROR,
            summary,
            target + ": got " + got + "; allowed: " + allowed,
            target.site().source(),
            fix));
  }
}
