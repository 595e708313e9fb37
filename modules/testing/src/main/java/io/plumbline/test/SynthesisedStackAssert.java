package io.plumbline.test;

import io.plumbline.diagnostic.Diagnostic;
import io.plumbline.graph.Resource;
import io.plumbline.synth.TargetGraph;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ListAssert;
import org.assertj.core.api.StringAssert;

/** Assertions on what became of a stack. */
public final class SynthesisedStackAssert
    extends AbstractAssert<SynthesisedStackAssert, SynthesisedStack> {

  SynthesisedStackAssert(SynthesisedStack actual) {
    super(actual, SynthesisedStackAssert.class);
  }

  /** No rule and no policy refuses it. */
  public SynthesisedStackAssert isValid() {
    isNotNull();
    if (!actual.isValid()) {
      failWithMessage("%nExpected a valid stack, and these are wrong:%n%s", said());
    }
    return this;
  }

  /** Nothing is wrong with it, nor doubtful. */
  public SynthesisedStackAssert hasNoDiagnostics() {
    isNotNull();
    if (!actual.diagnostics().isEmpty()) {
      failWithMessage("%nExpected nothing to be said of the stack, but:%n%s", said());
    }
    return this;
  }

  /**
   * Something of this code is said, error or warning.
   *
   * @param code {@code "PLB-NET-003"}, or {@code "policy:ID"}
   */
  public SynthesisedStackAssert hasDiagnostic(String code) {
    isNotNull();
    if (actual.diagnostics().stream().noneMatch(each -> each.code().equals(code))) {
      failWithMessage("%nExpected %s to be said, but got:%n%s", code, said());
    }
    return this;
  }

  /** The policy of this id is breached. */
  public SynthesisedStackAssert breaches(String policy) {
    return hasDiagnostic("policy:" + policy);
  }

  /** What is said, to look at it closely. */
  public ListAssert<Diagnostic> diagnostics() {
    isNotNull();
    return Assertions.assertThat(actual.diagnostics());
  }

  /** There are just these components, in any order. */
  public SynthesisedStackAssert hasComponents(String... ids) {
    isNotNull();
    Assertions.assertThat(actual.design().components())
        .extracting(each -> each.id())
        .as("components")
        .containsExactlyInAnyOrder(ids);
    return this;
  }

  /**
   * The resource at this address, on whichever site.
   *
   * @param address {@code "trainers/group"}, as in {@code plan}
   */
  public ResourceAssert resource(String address) {
    isValid();
    for (TargetGraph each : actual.targets()) {
      Resource found = each.graph().find(address);
      if (found != null) {
        return new ResourceAssert(found);
      }
    }
    failWithMessage("%nExpected a resource %s; there are: %s", address, addresses());
    throw new AssertionError(address);
  }

  /** Nothing stands at this address. */
  public SynthesisedStackAssert hasNoResource(String address) {
    isValid();
    Assertions.assertThat(addresses()).as("resources").doesNotContain(address);
    return this;
  }

  /** The text of an artefact: {@code "main/terraform/main.tf.json"}. */
  public StringAssert file(String path) {
    isValid();
    SortedMap<String, String> files = actual.files();
    if (!files.containsKey(path)) {
      failWithMessage("%nExpected a file %s; there are: %s", path, files.keySet());
    }
    return new StringAssert(files.get(path)).as(path);
  }

  private List<String> addresses() {
    return actual.targets().stream()
        .flatMap(each -> each.graph().resources().stream())
        .map(Resource::address)
        .toList();
  }

  private String said() {
    return actual.diagnostics().isEmpty()
        ? "nothing"
        : actual.diagnostics().stream().map(Diagnostic::toString).collect(Collectors.joining("\n"));
  }
}
