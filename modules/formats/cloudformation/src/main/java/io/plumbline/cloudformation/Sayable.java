package io.plumbline.cloudformation;

import io.plumbline.diagnostic.Diagnostic;
import io.plumbline.diagnostic.Diagnostic.Severity;
import io.plumbline.diagnostic.InvalidInputException;
import io.plumbline.graph.Resource;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.kind.Dialect;
import io.plumbline.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Finds what a graph says and no template can, after folding; reports all of it at once. */
final class Sayable {
  private static final Pattern DYNAMIC =
      Pattern.compile("\\{\\{resolve:(ssm|ssm-secure|secretsmanager):");

  private final List<Diagnostic> problems = new ArrayList<>();

  private Sayable() {}

  /**
   * Passes if every resource can be written.
   *
   * @throws InvalidInputException if not
   */
  static void check(ResourceGraph graph) {
    Sayable sayable = new Sayable();
    graph.resources().stream().filter(Resource::isOurs).forEach(sayable::check);
    sayable.checkLogicalIds(graph);
    if (!sayable.problems.isEmpty()) {
      throw new InvalidInputException(sayable.problems);
    }
  }

  private void check(Resource resource) {
    if (resource.kind().documents(Dialect.CLOUDFORMATION).isEmpty()) {
      problem(
          resource,
          "PLB-CFN-001",
          "CloudFormation has no such resource",
          "got a " + resource.kind().id() + " that stands in nothing of ours",
          "provision this site by terraform, or let the stack make what it belongs to");
    }
    if (resource.kind().id().equals("security-group")
        && !resource.attributes().has(FoldedEgress.LISTED)
        && resource.raw().stream().noneMatch(raw -> raw.path().startsWith("SecurityGroupEgress"))) {
      problem(
          resource,
          "PLB-CFN-002",
          "CloudFormation would let all traffic out of this group",
          "got no egress rule to addresses",
          "allow egress to the CIDR blocks that are needed, or provision this site by terraform");
    }
    if (resolves(resource.attributes())) {
      problem(
          resource,
          "PLB-CFN-003",
          "CloudFormation would replace this text by a secret or parameter",
          "got text with {{resolve:...}}",
          "write the text differently, or say it by raw(CLOUDFORMATION, ...) if that is meant");
    }
  }

  private static boolean resolves(Value value) {
    return switch (value) {
      case Value.Text text -> DYNAMIC.matcher(text.value()).find();
      case Value.Join join -> join.parts().stream().anyMatch(Sayable::resolves);
      case Value.Base64 encoded -> resolves(encoded.text());
      case Value.Digest digest -> resolves(digest.text());
      case Value.Sequence sequence -> sequence.items().stream().anyMatch(Sayable::resolves);
      case Value.Obj object -> object.members().values().stream().anyMatch(Sayable::resolves);
      case Value.Ref ref -> false;
      case Value.Null plain -> false;
      case Value.Bool plain -> false;
      case Value.Int plain -> false;
      case Value.Decimal plain -> false;
      case Value.Unknown plain -> false;
    };
  }

  private void checkLogicalIds(ResourceGraph graph) {
    Map<String, Resource> taken = new HashMap<>();
    for (Resource resource : graph.resources()) {
      String id = LogicalId.of(resource);
      Resource other = taken.putIfAbsent(id, resource);
      if (other != null) {
        problem(
            resource,
            "PLB-CFN-004",
            "Two resources have the same logical id",
            "got " + id + " for " + other.address() + " as well",
            "give one of them another id");
      }
    }
  }

  private void problem(Resource resource, String code, String summary, String detail, String fix) {
    problems.add(
        new Diagnostic(
            code,
            Severity.ERROR,
            summary,
            resource.address() + ": " + detail,
            resource.source(),
            fix));
  }
}
