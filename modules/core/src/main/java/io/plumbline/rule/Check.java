package io.plumbline.rule;

/**
 * Holds something against one rule, and reports every breach. One check, one file.
 *
 * @param <S> what is looked at: a design, or one site's part of it
 */
public interface Check<S> {

  Rule rule();

  void check(S subject, Problems problems);
}
