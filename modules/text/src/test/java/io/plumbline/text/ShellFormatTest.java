package io.plumbline.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.value.Value;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ShellFormatTest {

  /** One shell for many words, since a process per try is slow. */
  @Property(tries = 10)
  @SuppressWarnings("OrphanedFormatString") // it is the shell's
  void everyWordReachesTheProgramAsItIs(@ForAll("words") List<String> words) throws Exception {
    StringBuilder template =
        new StringBuilder("each() { for word; do printf %s \"$word\"; printf '\\0'; done; }\neach");
    for (int i = 0; i < words.size(); i++) {
      template.append(" [=words[").append(i).append("]]");
    }
    Path folder = Files.createTempDirectory("templates");
    Files.writeString(folder.resolve("a.sh.ftl"), template);
    Value script =
        new FreemarkerTemplates(folder).render("a.sh", Map.of("words", Value.texts(words)));
    assertThat(run(((Value.Text) script).value())).isEqualTo(words);
  }

  @Provide
  Arbitrary<List<String>> words() {
    Arbitrary<Character> hostile =
        Arbitraries.of(
            "'\"\\$`;&|<>()[]{}*?!#~=% \t\n-ax0é\uE000".chars().mapToObj(c -> (char) c).toList());
    return hostile
        .list()
        .ofMaxSize(12)
        .map(ShellFormatTest::joined)
        .list()
        .ofMinSize(1)
        .ofMaxSize(100);
  }

  private static String joined(List<Character> characters) {
    StringBuilder text = new StringBuilder();
    characters.forEach(text::append);
    return text.toString();
  }

  private static List<String> run(String script) throws IOException, InterruptedException {
    Path file = Files.createTempFile("script", ".sh");
    Files.writeString(file, script);
    Process shell = new ProcessBuilder("sh", file.toString()).redirectErrorStream(true).start();
    String out = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(shell.waitFor()).isZero();
    List<String> words = new ArrayList<>(List.of(out.split("\0", -1)));
    words.removeLast();
    return words;
  }
}
