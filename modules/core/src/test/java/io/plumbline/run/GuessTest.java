package io.plumbline.run;

import static io.plumbline.run.FakeProvider.thing;
import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.graph.Resource;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.spi.Engine.Action;
import io.plumbline.spi.Engine.Change;
import java.util.List;
import org.junit.jupiter.api.Test;

class GuessTest {
  private static final Resource STORE = thing("store", "round", 1);

  @Test
  void whatIsNewIsMadeAndWhatIsGoneIsDeleted() {
    assertThat(changes(STORE, thing("other", "round", 1)))
        .containsExactly(change(Action.CREATE, "store"), change(Action.DELETE, "other"));
  }

  @Test
  void whatWasRenamedIsTheSame() {
    Resource renamed =
        Resource.of("vault", STORE.kind(), STORE.attributes(), null).withFormerly("store");
    assertThat(changes(renamed, STORE)).isEmpty();
    assertThat(changes(thing("vault", "round", 2).withFormerly("store"), STORE))
        .containsExactly(change(Action.UPDATE, "vault"));
  }

  @Test
  void whatIsOfAnotherKindNowIsReplaced() {
    Resource vault = Resource.of("store", FakeProvider.VAULT, STORE.attributes(), STORE.source());
    assertThat(changes(vault, STORE))
        .containsExactly(new Change(Action.REPLACE, "store", "vault", List.of()));
  }

  private static List<Change> changes(Resource wanted, Resource released) {
    return Guess.changes(new ResourceGraph(List.of(wanted)), new ResourceGraph(List.of(released)));
  }

  private static Change change(Action action, String address) {
    return new Change(action, address, "thing", List.of());
  }
}
