package io.plumbline.kind;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.value.Value;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class CodecTest {
  private static final Value BUCKET = Value.ref("checkpoints", "arn");

  static Stream<Arguments> pairs() {
    return Stream.of(
        Arguments.of(Codec.NUMBER_AS_TEXT, Value.whole(3), Value.text("3")),
        Arguments.of(Codec.FLAG_AS_TEXT, Value.flag(true), Value.text("true")),
        Arguments.of(
            Codec.JSON_TEXT,
            Value.object("Resource", Value.list(BUCKET, Value.join(BUCKET, Value.text("/*")))),
            Value.join(
                Value.text("{\"Resource\":[\""),
                BUCKET,
                Value.text("\",\""),
                BUCKET,
                Value.text("/*\"]}"))),
        Arguments.of(
            Codec.URL_ENCODED, Value.text("{\"a\": 1+1}"), Value.text("%7B%22a%22%3A%201%2B1%7D")),
        Arguments.of(
            Codec.COMMA_SEPARATED,
            Value.list(Value.text("a"), BUCKET, Value.text("b")),
            Value.join(Value.text("a,"), BUCKET, Value.text(",b"))),
        Arguments.of(Codec.ONLY_ITEM, Value.text("x"), Value.list(Value.text("x"))),
        Arguments.of(
            Codec.member("Value"), Value.flag(true), Value.object("Value", Value.flag(true))),
        Arguments.of(
            Codec.each(Codec.member("Name")),
            Value.list(Value.text("a"), BUCKET),
            Value.list(Value.object("Name", Value.text("a")), Value.object("Name", BUCKET))),
        Arguments.of(
            Codec.JSON_TEXT,
            Value.object("n", Value.whole(Long.MIN_VALUE)),
            Value.text("{\"n\":-9223372036854775808}")),
        Arguments.of(Codec.words("ingress", "in"), Value.text("ingress"), Value.text("in")),
        Arguments.of(Codec.words("ingress", "in"), Value.text("other"), Value.text("other")),
        Arguments.of(
            Codec.entries("Key", "Value"),
            Value.object("team", Value.text("llm")),
            Value.list(Value.object("Key", Value.text("team"), "Value", Value.text("llm")))),
        Arguments.of(
            Codec.BASE64, Value.text("#!/bin/sh"), new Value.Base64(Value.text("#!/bin/sh"))));
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void changesTheFormBothWays(Codec codec, Value canonical, Value other) {
    assertThat(codec.encode().apply(canonical)).isEqualTo(other);
    assertThat(codec.decode().apply(other)).isEqualTo(canonical);
  }

  @Test
  void takesEmptyTextForNoValue() {
    assertThat(Codec.NUMBER_AS_TEXT.decode().apply(Value.text(""))).isEqualTo(Value.NULL);
    assertThat(Codec.FLAG_AS_TEXT.decode().apply(Value.text(""))).isEqualTo(Value.NULL);
  }

  @Test
  void tellsReferencesFromPrivateUseCharactersInMemberNames() {
    Value policy = Value.object("\ue000" + "0" + "\ue000", BUCKET, "b", Value.text("\ue001"));

    assertThat(Codec.JSON_TEXT.decode().apply(Codec.JSON_TEXT.encode().apply(policy)))
        .isEqualTo(policy);
  }
}
