package io.plumbline.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.plumbline.diagnostic.Diagnostic;
import io.plumbline.diagnostic.InvalidInputException;
import io.plumbline.diagnostic.SourceLine;
import io.plumbline.value.Value;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FreemarkerTemplatesTest {
  private static final Value BUCKET = Value.ref("checkpoints", "name");

  @TempDir Path folder;

  @Test
  void rendersValuesAndLeavesTheShellsOwnVariablesAlone() throws IOException {
    assertThat(
            render(
                "a.conf",
                "${HOME} [=name] <#if on>yes</#if>",
                "name",
                Value.text("x y"),
                "on",
                Value.flag(true)))
        .isEqualTo(Value.text("${HOME} x y yes"));
  }

  @Test
  void keepsReferencesAsReferences() throws IOException {
    assertThat(render("a.conf", "s3://[=bucket]/x [=bucket?upper_case]", "bucket", BUCKET))
        .isEqualTo(Value.join(Value.text("s3://"), BUCKET, Value.text("/x "), BUCKET));
  }

  @Test
  void keepsReferencesInsideListsAndObjects() throws IOException {
    Value all =
        Value.list(
            Value.object("name", Value.join(Value.text("a-"), BUCKET)),
            Value.object("name", Value.text("b")));
    assertThat(render("a.conf", "<#list all as one>[=one.name];</#list>", "all", all))
        .isEqualTo(Value.join(Value.text("a-"), BUCKET, Value.text(";b;")));
  }

  @Test
  void tellsMarksFromPrivateUseCharactersInText() throws IOException {
    assertThat(render("a.conf", "[=a][=b]", "a", Value.text("\uE0000\uE000"), "b", BUCKET))
        .isEqualTo(Value.join(Value.text("\uE0000\uE000"), BUCKET));
  }

  @Test
  void writesNumbersThePlainWayInAnyLocale() throws IOException {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
    try {
      assertThat(
              render(
                  "a.conf",
                  "[=n] [=d] [=b]",
                  "n",
                  Value.whole(1234567),
                  "d",
                  Value.decimal(new BigDecimal("1234.50")),
                  "b",
                  Value.flag(false)))
          .isEqualTo(Value.text("1234567 1234.5 false"));
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void quotesEachValueOfAShellScript() throws IOException {
    assertThat(
            render(
                "a.sh",
                "a=[=plain] b=[=hostile] c=[=reference] d=[=empty]\n",
                "plain",
                Value.text("/data/x-1"),
                "hostile",
                Value.text("a'; rm -rf /; $(id) `id` \"\n"),
                "reference",
                BUCKET,
                "empty",
                Value.text("")))
        .isEqualTo(
            Value.join(
                Value.text("a=/data/x-1 b='a'\\''; rm -rf /; $(id) `id` \"\n' c='"),
                BUCKET,
                Value.text("' d=''\n")));
  }

  @Test
  void leavesScriptThatSaysSoUnquoted() throws IOException {
    assertThat(
            render(
                "a.sh", "[=command?no_esc]\n", "command", Value.join(Value.text("echo "), BUCKET)))
        .isEqualTo(Value.join(Value.text("echo "), BUCKET, Value.text("\n")));
  }

  @Test
  void quotesForTheShellInOtherFilesWhereAskedTo() throws IOException {
    assertThat(render("a.yaml", "run: echo [=sh(word)] [=word]", "word", Value.text("a b")))
        .isEqualTo(Value.text("run: echo 'a b' a b"));
  }

  @Test
  void doesNotQuoteTwice() throws IOException {
    assertThat(render("a.sh", "echo [=sh(word)]", "word", Value.text("a b")))
        .isEqualTo(Value.text("echo 'a b'"));
  }

  @Test
  void prefersTheProjectsOwnTemplate() throws IOException {
    assertThat(render("aws/gpu-node.sh", "mine", "x", Value.NULL)).isEqualTo(Value.text("mine"));
  }

  @Test
  void namesAnUndefinedVariableWithItsLineAndThoseThereAre() throws IOException {
    Diagnostic problem = problem("a.conf", "one\n[=buckett]", "bucket", BUCKET);
    assertThat(problem.code()).isEqualTo("PLB-TXT-003");
    assertThat(problem.source()).isEqualTo(new SourceLine("templates/a.conf.ftl", 2));
    assertThat(problem.detail()).contains("buckett", "the variables given are bucket");
  }

  @Test
  void treatsNullAsUndefined() throws IOException {
    assertThat(render("a.conf", "[=a!\"none\"]", "a", Value.NULL)).isEqualTo(Value.text("none"));
  }

  @Test
  void namesTheLineOfASyntaxError() throws IOException {
    Diagnostic problem = problem("a.conf", "one\ntwo\n<#if>\n", "x", BUCKET);
    assertThat(problem.code()).isEqualTo("PLB-TXT-002");
    assertThat(problem.source()).isEqualTo(new SourceLine("templates/a.conf.ftl", 3));
  }

  @Test
  void listsTheTemplatesThereAreForAnUnknownOne() throws IOException {
    Files.writeString(folder.resolve("mine.conf.ftl"), "");
    InvalidInputException e =
        catchThrowableOfType(
            InvalidInputException.class,
            () -> new FreemarkerTemplates(folder).render("aws/gpu-nod.sh", Map.of()));
    assertThat(e.diagnostics().get(0).code()).isEqualTo("PLB-TXT-001");
    assertThat(e.diagnostics().get(0).detail())
        .contains(
            "aws/gpu-nod.sh",
            "aws/gpu-node.sh, aws/metrics-agent.sh, aws/parts/lifecycle-hooks.sh,",
            "aws/serving-node.sh, azure/evaluator.sh, mine.conf");
  }

  @Test
  void refusesAVariableThatOnlyTheShellWouldRead() throws IOException {
    Diagnostic problem =
        problem("a.sh", "<#-- bucket: its name -->\necho ${bucket}\n", "bucket", BUCKET);
    assertThat(problem.code()).isEqualTo("PLB-TXT-006");
    assertThat(problem.detail()).isEqualTo("got bucket");
    assertThat(problem.fix()).contains("[=name]");
  }

  @Test
  void takesAVariableThatABranchOrAnIncludedPartUses() throws IOException {
    Files.writeString(folder.resolve("part.conf.ftl"), "[=b]");
    assertThat(
            render(
                "a.conf",
                "<#if false>[=a]</#if><#include \"part.conf.ftl\">",
                "a",
                BUCKET,
                "b",
                Value.text("x")))
        .isEqualTo(Value.text("x"));
  }

  @Test
  void namesTheIncludingLineOfAnUnknownInclude() throws IOException {
    Diagnostic problem = problem("a.conf", "one\n<#include \"/b.ftl\">", "x", BUCKET);
    assertThat(problem.detail()).contains("got \"b\"");
  }

  @Test
  void refusesValuesThatNoTextCanHold() throws IOException {
    assertThat(problem("a.conf", "[=a]", "a", new Value.Base64(BUCKET)).code())
        .isEqualTo("PLB-TXT-004");
    assertThat(problem("a.sh", "a=[=a]", "a", Value.text("nul\0")).detail()).contains("NUL");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[=\"freemarker.template.utility.Execute\"?new()(\"id\")]",
        "[=x?api.getClass()]",
        "[=x.class.name]",
        "<#include \"../../secret\">",
      })
  void givesTemplatesNoWayToJavaOrToOtherFiles(String template) throws IOException {
    assertThat(problem("a.conf", template, "x", Value.text("y")).code()).startsWith("PLB-TXT-");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "echo \"[=x]\"",
        "echo '[=x]'",
        "echo $'\\' [=x]'",
        "echo \"$(date \"+[=x]\")\"",
        "echo \"`echo \"[=x]\"`\"",
        "# see [=x]",
        "cat <<EOF\n[=x]\nEOF",
        "cat <<-'EOF'\n\t[=x]\n\tEOF",
        "echo \\[=x]",
        "echo $[=x]",
        "((a = [=x]))",
        "echo `ls [=x]`",
        "<#if x??>\"[=x]\"</#if>",
      })
  void refusesValuesWhereTheirQuotesWouldNotHold(String script) throws IOException {
    Diagnostic problem = problem("a.sh", "true\n" + script, "x", Value.text("y"));
    assertThat(problem.code()).isEqualTo("PLB-TXT-005");
    assertThat(problem.source()).isNotNull();
    assertThat(problem.source().line()).isGreaterThan(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a=[=x]",
        "a=[=x] # it's a comment",
        "echo 'it'\\''s' [=x]",
        "echo \"$(ls [=x])\"",
        "echo ${#a} $# a#b [=x]",
        "cat <<EOF\nit's \" quoted\nEOF\necho [=x]",
        "cat <<<word [=x]",
        "((a = 1 << b)); echo [=x]",
        "<#-- \"not shell --> echo [=x]",
        "echo $'it\\'s' [=x]",
      })
  void acceptsValuesOutsideOfQuotes(String script) throws IOException {
    assertThat(render("a.sh", script, "x", Value.text("y"))).isInstanceOf(Value.Text.class);
  }

  private Value render(String name, String template, Object... variables) throws IOException {
    Path file = folder.resolve(name + ".ftl");
    Files.createDirectories(file.getParent());
    Files.writeString(file, template);
    Map<String, Value> values = new java.util.LinkedHashMap<>();
    for (int i = 0; i < variables.length; i += 2) {
      values.put((String) variables[i], (Value) variables[i + 1]);
    }
    return new FreemarkerTemplates(folder).render(name, values);
  }

  private Diagnostic problem(String name, String template, Object... variables) {
    InvalidInputException e =
        catchThrowableOfType(InvalidInputException.class, () -> render(name, template, variables));
    return e.diagnostics().get(0);
  }
}
