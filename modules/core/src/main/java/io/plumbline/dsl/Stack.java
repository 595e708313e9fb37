package io.plumbline.dsl;

/**
 * One deployable unit; what a user writes. Found by {@link java.util.ServiceLoader}: name the class
 * in {@code META-INF/services/io.plumbline.dsl.Stack}.
 *
 * @param <P> its parameters, a record that is filled from the environment file
 */
public interface Stack<P extends Record> {

  /** Its name for life, {@code [a-z0-9-]{1,63}}: part of live names, tags and paths. */
  String name();

  /** The record of its parameters. */
  Class<P> parameters();

  /**
   * Describes it in one environment. Called once for each; the same parameters must describe the
   * same things, so neither clock nor chance nor network has a say.
   */
  void describe(Blueprint blueprint, P parameters);
}
