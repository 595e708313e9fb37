package io.plumbline.e2e;

import io.plumbline.graph.Resource;
import io.plumbline.onprem.OnPremProvider;
import io.plumbline.testkit.HostileText;
import io.plumbline.testkit.RackFleet;
import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Machines of which every text is one that some program takes for its own: as no rule would let
 * them in, so that nothing rests on rules alone.
 */
final class HostileMachines {
  private static final long SEED = 20_261_126;

  /** What an inventory or a play takes for its own; no rule lets anything in here but words. */
  private static final Set<String> NAMED = Set.of("address", "name", "fleet");

  private final Random random = new Random(SEED);
  private final Path canary;

  /**
   * The same machines whenever it is asked.
   *
   * @param canary a file that is there once a text was run
   */
  HostileMachines(Path canary) {
    this.canary = canary;
  }

  /** So many machines of one fleet, alike in nothing. */
  List<Resource> some(int number, String fleet) {
    Resource pattern =
        new OnPremProvider()
            .lower(RackFleet.whole(), RackFleet.TARGET).resources().stream()
                .filter(each -> each.kind().id().equals("host"))
                .findFirst()
                .orElseThrow();
    return IntStream.range(0, number).mapToObj(i -> hostile(pattern, i, fleet)).toList();
  }

  private Resource hostile(Resource pattern, int number, String fleet) {
    Map<String, Value> attributes = new LinkedHashMap<>();
    pattern
        .attributes()
        .members()
        .forEach(
            (name, value) -> attributes.put(name, NAMED.contains(name) ? value : hostile(value)));
    attributes.put("name", Value.text("n" + number));
    attributes.put("fleet", Value.text(fleet));
    attributes.put("address", Value.text("198.18.1." + number));
    return Resource.of(fleet + "/n" + number, pattern.kind(), new Obj(attributes), null);
  }

  private Value hostile(Value value) {
    return switch (value) {
      case Value.Text text -> Value.text(text());
      case Value.Sequence list ->
          new Value.Sequence(list.items().stream().map(this::hostile).toList());
      case Obj object -> {
        Map<String, Value> members = new LinkedHashMap<>();
        object.members().forEach((name, member) -> members.put(name, hostile(member)));
        yield new Obj(members);
      }
      default -> value;
    };
  }

  /** One of them, by chance. */
  String text() {
    List<String> all = texts();
    return random.nextBoolean()
        ? all.get(random.nextInt(all.size()))
        : random
            .ints(1 + random.nextInt(14), 0, ALPHABET.length())
            .mapToObj(each -> ALPHABET.substring(each, each + 1))
            .collect(Collectors.joining());
  }

  private static final String ALPHABET = "{}{}%%#'\"\\\n\t $!&*-:,[]|>@`~=?<;()a1é\u2028";

  private List<String> texts() {
    String touch = "touch " + canary;
    return new ArrayList<>(
        Stream.concat(
                HostileText.SAMPLES.stream(),
                Stream.of(
                    "{{ lookup('pipe', '" + touch + "') }}",
                    "{% set x = lookup('pipe', '" + touch + "') %}{{ x }}",
                    "$(" + touch + ")",
                    "`" + touch + "`",
                    "; " + touch + " #",
                    "!unsafe '{{ 7 * 7 }}'",
                    "!vault |\n  $ANSIBLE_VAULT;1.1;AES256\n  6162",
                    "{# gone #}",
                    "%(here)s = [section]",
                    "@/etc/hostname",
                    "[1, 2]",
                    "{'a': 1}",
                    "yes",
                    "012",
                    "1e3",
                    "~",
                    "---\na: b",
                    "x\n\n"))
            .toList());
  }
}
