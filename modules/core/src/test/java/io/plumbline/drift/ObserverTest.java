package io.plumbline.drift;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.graph.IdentityTags;
import io.plumbline.graph.Resource;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.spi.LiveSource;
import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ObserverTest {
  private final List<String> calls = Collections.synchronizedList(new ArrayList<>());

  private LiveSource source(Supplier<Answerer> answer) {
    return new LiveSource() {
      @Override
      public Answer call(String operation, List<String> keys) {
        calls.add(operation);
        return answer.get().answer();
      }

      @Override
      public Map<String, String> constants() {
        return Map.of("partition", "aws");
      }

      @Override
      public void close() {}
    };
  }

  private interface Answerer {
    LiveSource.Answer answer();
  }

  private Observation observe(ResourceGraph desired, Supplier<Answerer> answer) {
    return new Observer(List.of(ToyKind.KIND), ToyKind.API, source(answer))
        .observe(ToyKind.TARGET, desired, Map.of());
  }

  private static Resource box(String address) {
    Obj tags = new Obj(IdentityTags.of("test", "fleet", address));
    return Resource.of(
        address, ToyKind.KIND, Value.object("name", Value.text(address), "tags", tags), null);
  }

  private static Obj live(String address) {
    Obj tags = new Obj(IdentityTags.of("test", "fleet", address));
    return Value.object(
        "BoxId", Value.text("id-" + address), "Name", Value.text(address), "Tags", tags);
  }

  @Test
  void takesASourceThatThrowsForOneThatFailed() {
    Observation seen =
        observe(
            new ResourceGraph(List.of(box("a"))),
            () -> {
              throw new IllegalStateException("a bug");
            });
    assertThat(seen.missing()).isEmpty();
    assertThat(seen.undetermined()).containsKey("a");
    assertThat(seen.failures()).hasSize(1);
  }

  @Test
  void confirmsADisappearanceByASecondRead() {
    LiveSource.Answer nothing = new LiveSource.Answer(List.of(), Map.of(), 1);
    Observation seen = observe(new ResourceGraph(List.of(box("a"))), () -> () -> nothing);
    assertThat(seen.missing()).containsExactly("a");
    assertThat(calls).hasSize(2);
  }

  @Test
  void listsOnceHoweverManyThereAre() {
    List<String> names = IntStream.range(0, 10_000).mapToObj(i -> "box-" + i).toList();
    List<Obj> rows = names.stream().map(ObserverTest::live).toList();
    ResourceGraph desired = new ResourceGraph(names.stream().map(ObserverTest::box).toList());
    Observation seen = observe(desired, () -> () -> new LiveSource.Answer(rows, Map.of(), 100));
    assertThat(seen.found()).hasSize(10_000);
    assertThat(seen.strays()).isEmpty();
    assertThat(calls).hasSize(1);
    assertThat(seen.calls()).isEqualTo(100);
    assertThat(seen.liveIds()).containsEntry("box-7", "id-box-7");
  }

  @Test
  void asksNothingWhereNothingExistingIsLookedUp() {
    Observation seen =
        new Observer(
                List.of(ToyKind.KIND),
                ToyKind.API,
                source(
                    () -> {
                      throw new AssertionError("nothing was to be asked");
                    }))
            .lookUp(ToyKind.TARGET, new ResourceGraph(List.of(box("a"))));
    assertThat(seen.found()).isEmpty();
    assertThat(calls).isEmpty();
  }
}
