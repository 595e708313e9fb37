package io.plumbline.drift;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.graph.IdentityTags;
import io.plumbline.graph.Resource;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.kind.Dialect;
import io.plumbline.spi.LiveSource;
import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a list leaves out, and what it names in vain, is looked for once more. */
class DoubtsTest {
  private static final Map<String, String> RECORDED = Map.of("a", "id-a", "b", "id-b", "c", "id-c");

  private final List<String> calls = Collections.synchronizedList(new ArrayList<>());

  /** A source whose list is not what stands there. */
  private LiveSource source(List<Obj> listed, LiveSource.Answer again) {
    return new LiveSource() {
      @Override
      public Answer call(String operation, List<String> keys) {
        calls.add(operation + " " + String.join(",", keys));
        return calls.size() == 1 ? new Answer(listed, Map.of(), 1) : again;
      }

      @Override
      public Map<String, String> constants() {
        return Map.of();
      }

      @Override
      public void close() {}
    };
  }

  private Observation observe(
      List<Obj> listed, LiveSource.Answer again, Map<String, String> recorded, String... boxes) {
    ResourceGraph graph = new ResourceGraph(Stream.of(boxes).map(each -> box(each)).toList());
    return new Observer(List.of(ToyKind.KIND), ToyKind.API, source(listed, again))
        .observe(
            new Expectation(ToyKind.TARGET, graph, Dialect.TERRAFORM, recorded, "HEAD", graph));
  }

  private static LiveSource.Answer answer(Obj... items) {
    return new LiveSource.Answer(List.of(items), Map.of(), 1);
  }

  private static LiveSource.Answer denied() {
    return new LiveSource.Answer(
        List.of(),
        Map.of("", new LiveSource.Failure("toy:ListBoxes", "AccessDenied: not by id")),
        1);
  }

  private static Resource box(String address) {
    Obj tags = new Obj(IdentityTags.of("test", "fleet", address));
    return Resource.of(
        address, ToyKind.KIND, Value.object("name", Value.text(address), "tags", tags), null);
  }

  private static Obj live(String address, int size) {
    return Value.object(
        "BoxId",
        Value.text("id-" + address),
        "Name",
        Value.text(address),
        "Size",
        Value.whole(size),
        "Tags",
        new Obj(IdentityTags.of("test", "fleet", address)));
  }

  @Test
  void findsByItsIdWhatTheListLeftOut() {
    Observation seen = observe(List.of(live("b", 1)), answer(live("a", 7)), RECORDED, "a", "b");
    assertThat(seen.missing()).isEmpty();
    assertThat(seen.undetermined()).isEmpty();
    assertThat(seen.found().get("a").resource().attributes().get("size")).isEqualTo(Value.whole(7));
    assertThat(calls).containsExactly("toy:ListBoxes ", "toy:ListBoxes id-a");
    assertThat(seen.calls()).isEqualTo(2);
  }

  @Test
  void asksForAllThatAreAbsentAtOnce() {
    Observation seen = observe(List.of(), answer(live("b", 1)), RECORDED, "a", "b", "c");
    assertThat(seen.missing()).containsExactly("a", "c");
    assertThat(calls).containsExactly("toy:ListBoxes ", "toy:ListBoxes id-a,id-b,id-c");
  }

  @Test
  void knowsNothingOfWhatTheSecondReadDidNotAnswer() {
    Observation seen = observe(List.of(live("b", 1)), denied(), RECORDED, "a", "b");
    assertThat(seen.missing()).isEmpty();
    assertThat(seen.undetermined())
        .containsEntry("a", "toy:ListBoxes: AccessDenied: not by id, when asked again");
    assertThat(seen.found()).containsOnlyKeys("b");
    assertThat(seen.blind()).isEmpty();
  }

  @Test
  void listsOnceMoreWhereNoIdIsKnown() {
    Observation seen = observe(List.of(), answer(live("a", 1), live("b", 1)), Map.of(), "a", "b");
    assertThat(seen.found()).containsOnlyKeys("a", "b");
    assertThat(calls).containsExactly("toy:ListBoxes ", "toy:ListBoxes ");
  }

  @Test
  void takesTheSecondAnswerForTheNewerOne() {
    Observation seen =
        observe(List.of(live("b", 1)), answer(live("a", 1), live("b", 2)), Map.of(), "a", "b");
    assertThat(seen.strays()).isEmpty();
    assertThat(seen.found().get("b").resource().attributes().get("size")).isEqualTo(Value.whole(2));
  }

  @Test
  void leavesOutWhatAListNamesInVain() {
    List<Obj> listed = List.of(live("b", 1), live("gone", 1));
    assertThat(observe(listed, answer(), RECORDED, "b").strays()).isEmpty();
    assertThat(calls).containsExactly("toy:ListBoxes ", "toy:ListBoxes id-gone");
  }

  @Test
  void keepsWhatIsThereAtTheSecondLookOrCannotBeAskedForAgain() {
    List<Obj> listed = List.of(live("b", 1), live("more", 1));
    assertThat(observe(listed, answer(live("more", 1)), RECORDED, "b").strays()).hasSize(1);
    calls.clear();
    assertThat(observe(listed, denied(), RECORDED, "b").strays()).hasSize(1);
  }
}
