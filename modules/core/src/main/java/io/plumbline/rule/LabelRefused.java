package io.plumbline.rule;

import io.plumbline.model.Design;
import io.plumbline.model.NodePool;
import io.plumbline.model.NodePool.Taint;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** A label or a taint that Kubernetes does not take. */
final class LabelRefused implements Check<Design> {
  private static final Rule RULE =
      Rule.error(
          "PLB-KUBE-005",
          "label or taint not allowed",
          "Kubernetes refuses it when the first node joins, long after the deploy has"
              + " begun; of two taints with one key and effect one is lost.",
          "Kubernetes documentation, Labels and Selectors: Syntax and character set;"
              + " Taints and Tolerations",
          "a key is [prefix/]name; name and value have up to 63 letters, digits, '-', '_'"
              + " and '.', beginning and ending with a letter or digit; each taint once");

  private static final Pattern NAME =
      Pattern.compile("[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?");

  /** A prefix is a name of the domain name system. */
  private static final Pattern KEY =
      Pattern.compile(
          "([a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?/)?[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(Design design, Problems problems) {
    for (NodePool pool : design.all(NodePool.class)) {
      pool.labels().forEach((key, value) -> check(pool, "label", key, value, problems));
      Set<String> seen = new HashSet<>();
      for (Taint taint : pool.taints()) {
        check(pool, "taint", taint.key(), taint.value(), problems);
        if (!seen.add(taint.key() + " " + taint.effect())) {
          problems.report(
              RULE, pool, "got taint \"" + taint.key() + "\" with " + taint.effect() + " twice");
        }
      }
    }
  }

  private static void check(
      NodePool pool, String what, String key, String value, Problems problems) {
    if (!KEY.matcher(key).matches() || !(value.isEmpty() || NAME.matcher(value).matches())) {
      problems.report(RULE, pool, "got " + what + " \"" + key + "\" = \"" + value + "\"");
    }
  }
}
