package io.plumbline.test;

/** Where assertions on stacks begin; stands beside AssertJ's own {@code assertThat}. */
public final class PlumblineAssertions {
  private PlumblineAssertions() {}

  public static SynthesisedStackAssert assertThat(SynthesisedStack actual) {
    return new SynthesisedStackAssert(actual);
  }
}
