package io.plumbline.drift;

import static io.plumbline.kind.Attributes.text;
import static io.plumbline.kind.ResourceKind.kind;
import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.graph.Resource;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.kind.Dialect;
import io.plumbline.kind.Read;
import io.plumbline.kind.ResourceKind;
import io.plumbline.spi.AuditLog;
import io.plumbline.spi.AuditLog.Answer;
import io.plumbline.spi.AuditLog.Call;
import io.plumbline.spi.AuditLog.Effect;
import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AuthorsTest {
  private static final Instant DEPLOYED = Instant.parse("2026-11-25T10:00:00Z");
  private static final ResourceKind LINK =
      kind("box-link")
          .read(Read.all("toy:ListLinks"))
          .keyedBy("box", "to")
          .within("box")
          .attributes(text("box"), text("to"))
          .build();

  /** Answers with the latest calls, and with others where it is asked by name. */
  private static final class Log implements AuditLog {
    private final Answer latest;
    private final List<Call> named;
    private final List<String> asked = new ArrayList<>();

    Log(List<Call> latest, List<Call> named) {
      this(new Answer(latest, null), named);
    }

    Log(Answer latest, List<Call> named) {
      this.latest = latest;
      this.named = named;
    }

    @Override
    public Answer latest(String operation, Instant since) {
      return latest;
    }

    @Override
    public Answer about(String operation, String name, Instant since) {
      asked.add(operation + " " + name);
      return new Answer(named, null);
    }

    @Override
    public String silence() {
      return "calls of the last minute";
    }

    @Override
    public void close() {}
  }

  private static Call call(int minute, String name, Effect effect, String... names) {
    return new Call(
        "event-" + minute,
        DEPLOYED.plusSeconds(60L * minute),
        "toy:" + name,
        "somebody-" + minute,
        Set.of(effect),
        Set.of(names),
        Set.of("size"));
  }

  private static TargetDrift drift(Finding finding, Resource... resources) {
    ResourceGraph graph = new ResourceGraph(List.of(resources));
    Expectation expected =
        new Expectation(
                ToyKind.TARGET, graph, Dialect.TERRAFORM, Map.of("gone", "b-9"), "release", graph)
            .since(DEPLOYED);
    return new TargetDrift(
        expected,
        Observation.NONE,
        List.of(finding),
        List.of(),
        Coverage.NONE,
        List.of(),
        List.of());
  }

  private static @Nullable Author author(AuditLog log, Finding finding, Resource... resources) {
    Map<String, ResourceKind> kinds = Map.of("box", ToyKind.KIND, "box-link", LINK);
    return new Authors(log, kinds::get, DEPLOYED)
        .of(List.of(finding), drift(finding, resources))
        .get(finding);
  }

  private static Subject box(@Nullable String address, @Nullable String liveId) {
    return new Subject("fleet", "main", address, "box", liveId, null);
  }

  private static Finding changed(String attribute) {
    return new Finding.Changed(box("net", "b-1"), attribute, null, null, false, List.of());
  }

  private static void assertBy(int minute, int calls, @Nullable Author author) {
    assertThat(author).isInstanceOf(Author.Known.class);
    Author.Known known = (Author.Known) author;
    assertThat(known.principal()).isEqualTo("somebody-" + minute);
    assertThat(known.event()).isEqualTo("event-" + minute);
    assertThat(known.calls()).isEqualTo(calls);
  }

  @Test
  void namesTheLastCallThatCanHaveDoneItAndCountsThem() {
    Log log =
        new Log(
            List.of(
                call(9, "ResizeBox", Effect.CHANGES, "b-2"),
                call(7, "TagBox", Effect.TAGS, "b-1"),
                call(5, "ResizeBox", Effect.CHANGES, "b-1"),
                call(3, "ResizeBox", Effect.CHANGES, "b-1")),
            List.of());
    assertBy(5, 2, author(log, changed("size")));
    assertThat(log.asked).isEmpty();
  }

  @Test
  void accusesNoCallOfBeforeTheDeployAndNoneThatOnlyUsesTheThing() {
    Log log =
        new Log(
            List.of(
                call(8, "MakeChain", Effect.MAKES, "b-1", "c-1"),
                call(7, "LockChain", Effect.CHANGES, "c-1"),
                call(-1, "ResizeBox", Effect.CHANGES, "b-1")),
            List.of());
    assertThat(author(log, changed("colour")))
        .isEqualTo(
            new Author.Unknown(
                "no call in the audit log since 2026-11-25T10:00:00Z can have done it; it does not"
                    + " tell calls of the last minute"));
    assertThat(log.asked).containsExactly("toy:ListBoxes b-1");
  }

  @Test
  void prefersTheCallThatNamesTheTag() {
    Log log =
        new Log(
            List.of(
                call(8, "TagBox", Effect.TAGS, "b-1", "other"),
                call(4, "TagBox", Effect.TAGS, "b-1", "team"),
                call(2, "ResizeBox", Effect.CHANGES, "b-1")),
            List.of());
    assertBy(4, 1, author(log, changed("tags/team")));
  }

  @Test
  void looksForWhatIsGoneByTheIdThatTheReleaseRecorded() {
    Finding gone = new Finding.Missing(box("gone", null), List.of());
    Log log = new Log(List.of(call(6, "DropBox", Effect.REMOVES, "b-9")), List.of());
    assertBy(6, 1, author(log, gone));
  }

  /** What stands in a thing has no id of its own: all that tells it apart must be named. */
  @Test
  void knowsWhatHasNoIdByAllOfItsKey() {
    Subject subject = new Subject("fleet", "main", "net/link", "box-link", null, null);
    Resource wanted =
        Resource.of(
            "net/link",
            LINK,
            Value.object("box", Value.text("b-1"), "to", Value.text("10.0.0.0/8")),
            null);
    Finding gone = new Finding.Missing(subject, List.of());
    Log log =
        new Log(
            List.of(
                call(6, "DropLink", Effect.REMOVES, "b-1", "10.1.0.0/16"),
                call(5, "DropLink", Effect.REMOVES, "b-1", "10.0.0.0/8")),
            List.of());
    assertBy(5, 1, author(log, gone, wanted));
  }

  @Test
  void namesWhoMadeWhatNobodyDescribedAndNotWhoUsedItLater() {
    Finding stray = new Finding.Unmanaged(box(null, "b-7"), "stands in net", Obj.EMPTY);
    Log log =
        new Log(
            List.of(
                call(9, "MakeBoxLink", Effect.MAKES, "b-7"),
                call(4, "MakeBox", Effect.MAKES, "b-7")),
            List.of());
    assertBy(4, 2, author(log, stray));
  }

  @Test
  void asksByNameForWhatTheNewestCallsDoNotTell() {
    Log log =
        new Log(
            List.of(call(9, "ResizeBox", Effect.CHANGES, "b-2")),
            List.of(call(1, "ResizeBox", Effect.CHANGES, "b-1")));
    assertBy(1, 1, author(log, changed("size")));
    assertThat(log.asked).containsExactly("toy:ListBoxes b-1");
  }

  @Test
  void asksOnlySoManyTimes() {
    Log log = new Log(List.of(), List.of());
    List<Finding> many =
        IntStream.range(0, 40)
            .mapToObj(
                i ->
                    (Finding)
                        new Finding.Unmanaged(box(null, "b-" + i), "stands in net", Obj.EMPTY))
            .toList();
    Map<Finding, Author> all =
        new Authors(log, id -> ToyKind.KIND, DEPLOYED).of(many, drift(many.get(0)));
    assertThat(log.asked).hasSize(16);
    assertThat(all).hasSize(40);
    assertThat(((Author.Unknown) all.get(many.get(39))).reason()).startsWith("too many findings");
  }

  @Test
  void saysWhyNobodyKnowsAndAsksNoMore() {
    Log log = new Log(Answer.failed("AccessDenied"), List.of());
    assertThat(author(log, changed("size"))).isEqualTo(new Author.Unknown("AccessDenied"));
    assertThat(log.asked).isEmpty();
  }

  @Test
  void asksNobodyOfWhatCouldNotBeRead() {
    Finding open = new Finding.Undetermined(box("net", "b-1"), null, "denied");
    assertThat(author(new Log(List.of(), List.of()), open)).isNull();
  }
}
