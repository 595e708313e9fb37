package io.plumbline.report;

import static io.plumbline.report.DriftJsonReader.source;

import io.plumbline.drift.CheckedTarget;
import io.plumbline.drift.IgnoreRule;
import io.plumbline.drift.Judgement;
import io.plumbline.drift.OutOfService;
import io.plumbline.drift.OutOfServiceUse;
import io.plumbline.drift.Part;
import io.plumbline.drift.RuleUse;
import io.plumbline.drift.Shard;
import io.plumbline.drift.TargetName;
import io.plumbline.drift.Tolerance;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Reads what {@link CheckJson} writes. */
final class CheckJsonReader {
  private CheckJsonReader() {}

  static CheckedTarget target(JsonMembers from) {
    return new CheckedTarget(
        from.text("stack"),
        from.text("site"),
        from.text("engine"),
        from.text("against"),
        from.objects("resources", CheckJsonReader::item));
  }

  private static CheckedTarget.Item item(JsonMembers from) {
    return new CheckedTarget.Item(
        from.text("id"), from.text("kind"), source(from), from.texts("uses"));
  }

  static Part part(JsonMembers from) {
    return new Part(
        new Shard(from.whole("index"), from.whole("of")),
        from.objects("all", each -> new TargetName(each.text("stack"), each.text("site"))));
  }

  static Judgement judged(JsonMembers from) {
    @Nullable String time = from.textOrNull("time");
    return from.object("rules", CheckJsonReader::judgement)
        .of(from.flag("strict"), time == null ? null : Instant.parse(time));
  }

  private static Judgement judgement(JsonMembers from) {
    return new Judgement(
        from.objects("ignored", CheckJsonReader::use),
        from.objects(
            "tolerated",
            each -> new Tolerance(each.text("kind"), each.amount("percent"), each.text("reason"))),
        from.objects("outOfService", CheckJsonReader::node));
  }

  private static OutOfServiceUse node(JsonMembers from) {
    OutOfService node =
        new OutOfService(
            from.text("node"),
            from.textOrNull("site"),
            from.textOrNull("stack"),
            from.textOrNull("pool"),
            from.text("reason"),
            LocalDate.parse(from.text("until")),
            source(from));
    return new OutOfServiceUse(
        node,
        from.flag("expired"),
        from.whole("covered"),
        from.flag("seen"),
        from.texts("pools"),
        from.flag("wanted"));
  }

  private static RuleUse use(JsonMembers from) {
    IgnoreRule rule =
        new IgnoreRule(
            from.textOrNull("stack"),
            from.text("id"),
            from.text("attribute"),
            from.text("reason"),
            LocalDate.parse(from.text("until")),
            source(from));
    return new RuleUse(rule, from.flag("expired"), from.whole("covered"));
  }
}
