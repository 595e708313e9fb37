package io.plumbline.cloudformation;

import io.plumbline.diagnostic.Diagnostic;
import io.plumbline.diagnostic.Diagnostic.Severity;
import io.plumbline.diagnostic.InvalidInputException;
import io.plumbline.graph.Input;
import io.plumbline.graph.Resource;
import io.plumbline.model.Target;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What no split can say, since AWS does not raise its quotas of one template: told before anything
 * is asked of it.
 */
final class Limits {
  static final int BYTES_IN_REQUEST = 51_200;

  private static final String BUCKET_CODE = "PLB-CFN-007";
  private static final String SMALLER =
      "make several components of it, split the stack, or provision this site by terraform, which"
          + " has no such limit";

  private final Templates templates;
  private final Target target;
  private final List<Diagnostic> problems = new ArrayList<>();

  private Limits(Templates templates, Target target) {
    this.templates = templates;
    this.target = target;
  }

  /**
   * Passes if CloudFormation takes the templates.
   *
   * @throws InvalidInputException if not
   */
  static void check(Templates templates, Target target) {
    List<Diagnostic> problems = problems(templates, target);
    if (!problems.isEmpty()) {
      throw new InvalidInputException(problems);
    }
  }

  static List<Diagnostic> problems(Templates templates, Target target) {
    Limits limits = new Limits(templates, target);
    limits.checkTemplate(Placement.ROOT, templates.root());
    templates.nested().forEach(limits::checkTemplate);
    limits.checkBucket();
    new Circles(templates.split()).find().forEach(limits::circle);
    return limits.problems;
  }

  /** Whether it is the design that is too large, not the site that lacks something. */
  static boolean isOfDesign(List<Diagnostic> problems) {
    return problems.stream().anyMatch(problem -> !problem.code().equals(BUCKET_CODE));
  }

  private void checkTemplate(int stack, TemplateFile file) {
    Split split = templates.split();
    boolean root = stack == Placement.ROOT;
    int nested = root ? templates.nested().size() : 0;
    int resources =
        nested
            + split.resources(stack).stream()
                .mapToInt(resource -> split.documents(resource.address()).size())
                .sum();
    if (resources > Bounds.TAKEN.resources()) {
      problem(
          "PLB-CFN-005",
          "The template has too many resources",
          number(resources) + " resources" + mostlyOf(stack),
          Bounds.TAKEN.resources() + " in one template",
          SMALLER);
    }
    if (file.length() > Bounds.TAKEN.bytes()) {
      problem(
          "PLB-CFN-006",
          "The template is too long",
          number(file.length()) + " bytes" + mostlyOf(stack),
          number(Bounds.TAKEN.bytes()) + " bytes in one template",
          SMALLER);
    }
    int parameters =
        root ? Input.of(split.graph()).size() + (nested > 0 ? 1 : 0) : split.taken(stack).size();
    checkCrossings("parameters", parameters, stack);
    checkCrossings("outputs", split.given(stack).size(), stack);
  }

  private void checkCrossings(String what, int count, int stack) {
    if (count > Bounds.CROSSINGS) {
      problem(
          "PLB-CFN-008",
          "The template has too many parameters or outputs",
          count + " " + what + mostlyOf(stack),
          Bounds.CROSSINGS + " of each in one template",
          "refer to fewer things from one component, split the stack, or provision this site by"
              + " terraform, which has no such limit");
    }
  }

  /** AWS writes "1 MB", and refuses from a million bytes on; what nests is always in a bucket. */
  private void checkBucket() {
    int length = templates.root().length();
    boolean needed = length > BYTES_IN_REQUEST || !templates.isOne();
    if (needed && ArtefactBucket.name(target.site()) == null) {
      String got =
          templates.isOne()
              ? number(length) + " bytes"
              : templates.nested().size() + " nested templates beside the root";
      problem(
          BUCKET_CODE,
          "The template is too long for a request",
          got,
          number(BYTES_IN_REQUEST) + " bytes without a bucket to hand it over in",
          "name one at site " + target.site().name() + ": artefacts: {bucket: NAME}");
    }
  }

  private void circle(String who) {
    problem(
        "PLB-CFN-009",
        "Stacks would need each other",
        who,
        "what stands in one stack needs another stack only if that does not need it",
        "undo the latest reference between them, or make a new component for what needs both");
  }

  /** Which component fills a stack most, where it is not alone. */
  private String mostlyOf(int stack) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (Resource resource : templates.split().resources(stack)) {
      counts.merge(
          Placing.component(resource.address()),
          templates.split().documents(resource.address()).size(),
          Integer::sum);
    }
    return counts.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(most -> ", " + number(most.getValue()) + " of component " + most.getKey())
        .orElse("");
  }

  private static String number(long count) {
    return String.format(Locale.ROOT, "%,d", count);
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
