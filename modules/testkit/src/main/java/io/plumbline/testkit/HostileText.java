package io.plumbline.testkit;

import io.plumbline.value.Value;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * Texts that break naive writers: another language's syntax, line ends, quotes, Unicode, and no
 * text at all.
 */
public final class HostileText {
  private HostileText() {}

  /** Texts by hand; each has broken some tool. */
  public static final List<String> SAMPLES =
      List.of(
          "p5.48xlarge",
          "",
          " ",
          "a b",
          "a,b",
          "#!/bin/bash\necho \"${HOME}\" %{ if } $${x} \\n \t'é'",
          "${aws_x.y.id}",
          "%{ for x in y }%{ endfor }",
          "$",
          "$$",
          "$${",
          "%%{",
          "tail$",
          "tail%",
          "50%",
          "\"quoted\\\"",
          "{\"Ref\":\"X\"}",
          "{{resolve:ssm:x}}",
          "${AWS::Region}",
          "!Ref x",
          "'",
          "line\r\nend\r",
          "\u0000\u0001\u007f",
          "\u0085\u2028\u2029\ufeff",
          "\ue000" + "0" + "\ue000",
          "\ue001\uf8ff",
          "日本語 عربى 🚀 e\u0301",
          "null",
          "true",
          "012",
          "1e3",
          "~",
          "- x: y # z",
          "x".repeat(5_000));

  /** Plain text. */
  public static Arbitrary<String> plain() {
    return Arbitraries.frequencyOf(
        Tuple.of(3, Arbitraries.of(SAMPLES)),
        Tuple.of(2, unicode()),
        Tuple.of(1, Arbitraries.strings().withChars("${}%\\\"'\n,:").ofMaxLength(8)));
  }

  /** Plain text, or text with references inside. */
  public static Arbitrary<Value> joined() {
    Arbitrary<Value> text = plain().map(Value::text);
    Arbitrary<Value> around =
        Combinators.combine(text, refs(), text, refs().optional(0.3), text)
            .as((a, ref, b, second, c) -> join(a, ref, b, second.orElse(Value.text("")), c));
    return Arbitraries.frequencyOf(Tuple.of(2, text), Tuple.of(1, around));
  }

  /** References to things of a graph. */
  public static Arbitrary<Value> refs() {
    return Arbitraries.of(
        Value.ref("network", "id"),
        Value.ref("trainers/template", "latestVersion"),
        Value.ref("store", "arn"));
  }

  private static Value join(Value... parts) {
    return Value.join(new ArrayList<>(List.of(parts)));
  }

  private static Arbitrary<String> unicode() {
    return Arbitraries.chars()
        .all()
        .filter(c -> !Character.isSurrogate(c))
        .list()
        .ofMaxSize(12)
        .map(HostileText::toText);
  }

  private static String toText(List<Character> chars) {
    StringBuilder text = new StringBuilder();
    chars.forEach(text::append);
    return text.toString();
  }
}
